// Package syncmap: the former home of sync.Map.
package syncmap

import "sync"

type Map = sync.Map
