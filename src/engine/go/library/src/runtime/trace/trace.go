// Package trace: annotations of an execution trace. Interleave records its own trace anyway, so
// these do nothing.
package trace

import (
	"context"
	"errors"
	"io"
	"time"
)

var enabled bool

// Start writes nothing.
func Start(w io.Writer) error {
	if enabled {
		return errors.New("execution tracer already enabled")
	}
	enabled = true
	return nil
}

func Stop()           { enabled = false }
func IsEnabled() bool { return enabled }

// A Task is an operation of several goroutines.
type Task struct{}

func NewTask(pctx context.Context, taskType string) (ctx context.Context, task *Task) {
	return pctx, &Task{}
}

func (t *Task) End() {}

// A Region is a stretch of one goroutine.
type Region struct{}

func StartRegion(ctx context.Context, regionType string) *Region { return &Region{} }

func (r *Region) End() {}

func WithRegion(ctx context.Context, regionType string, fn func()) { fn() }

func Log(ctx context.Context, category, message string)              {}
func Logf(ctx context.Context, category, format string, args ...any) {}

// A FlightRecorder would keep the last part of a trace.
type FlightRecorder struct {
	enabled bool
}

type FlightRecorderConfig struct {
	MinAge   time.Duration
	MaxBytes uint64
}

func NewFlightRecorder(cfg FlightRecorderConfig) *FlightRecorder { return &FlightRecorder{} }

func (fr *FlightRecorder) Enabled() bool { return fr.enabled }

func (fr *FlightRecorder) Start() error {
	if fr.enabled {
		return errors.New("cannot enable a enabled flight recorder")
	}
	fr.enabled = true
	return nil
}

func (fr *FlightRecorder) Stop() { fr.enabled = false }

func (fr *FlightRecorder) WriteTo(w io.Writer) (n int64, err error) {
	if !fr.enabled {
		return 0, errors.New("cannot snapshot a disabled flight recorder")
	}
	return 0, nil
}
