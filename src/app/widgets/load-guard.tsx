// Shows something else when a part of the page fails to load or to draw: the rest stays usable.

import { Component, type ReactNode } from 'react';

interface LoadGuardProps {
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

/** An error boundary. */
export class LoadGuard extends Component<LoadGuardProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
