package testing

import (
	"errors"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"unicode"
)

// A cleanup is a function to be called in the end, with the stack of who asked for it.
type cleanup struct {
	f       func()
	callers []uintptr
}

// Cleanup registers a function to be called when the test and its subtests are over, last first.
func (c *common) Cleanup(f func()) {
	c.notInFuzzTarget("Cleanup")
	// Callers, stackFrom, Cleanup.
	c.cleanups = append(c.cleanups, cleanup{f, stackFrom(2)})
}

// runCleanups calls the cleanups, also those that they register themselves. A panic goes on after
// the others were called.
func (c *common) runCleanups() {
	c.inCleanup = true
	defer func() { c.inCleanup = false }()
	defer func() {
		if len(c.cleanups) > 0 {
			c.runCleanups()
		}
	}()
	if c.cancel != nil {
		c.cancel()
	}
	for len(c.cleanups) > 0 {
		last := len(c.cleanups) - 1
		next := c.cleanups[last]
		c.cleanups = c.cleanups[:last]
		c.runOneCleanup(next)
	}
}

func (c *common) runOneCleanup(next cleanup) {
	c.cleanupCallers = next.callers
	defer func() { c.cleanupCallers = nil }()
	next.f()
}

// cleanupPanic runs the cleanups and returns what they panic with.
func (c *common) cleanupPanic() (value any) {
	defer func() { value = recover() }()
	c.runCleanups()
	return nil
}

// temporaryDirs are the directories a test has asked for.
type temporaryDirs struct {
	lock     sync.Mutex
	base     string
	err      error
	count    int
	artifact string
}

const plainSymbols = "!#$%&()+,-.=@^_{}~ "

// inFileName leaves out what a file's name had better not contain.
func inFileName(text, symbols string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) || strings.ContainsRune(symbols, r) {
			return r
		}
		return -1
	}, text)
}

// TempDir makes a directory that is removed in the end.
func (c *common) TempDir() string {
	c.notInFuzzTarget("TempDir")
	dir, err := c.newTempDir()
	if err != nil {
		c.Fatalf("TempDir: %v", err)
	}
	return dir
}

func (c *common) newTempDir() (string, error) {
	t := &c.temporary
	t.lock.Lock()
	defer t.lock.Unlock()
	if _, err := os.Stat(t.base); t.base == "" || errors.Is(err, os.ErrNotExist) {
		name := c.name[:min(len(c.name), 64)]
		t.base, t.err = os.MkdirTemp(os.Getenv("GOTMPDIR"), inFileName(name, plainSymbols))
		if t.err == nil {
			c.Cleanup(func() {
				if err := os.RemoveAll(t.base); err != nil {
					c.Errorf("TempDir RemoveAll cleanup: %v", err)
				}
			})
		}
	}
	if t.err != nil {
		return "", t.err
	}
	t.count++
	dir := fmt.Sprintf("%s/%03d", t.base, t.count)
	return dir, os.Mkdir(dir, 0o777)
}

// ArtifactDir makes a directory for files that somebody may want to look at afterwards.
func (c *common) ArtifactDir() string {
	c.notInFuzzTarget("ArtifactDir")
	if c.temporary.artifact == "" {
		dir, err := c.newArtifactDir()
		if err != nil {
			c.Fatalf("ArtifactDir: %v", err)
		}
		c.temporary.artifact = dir
	}
	return c.temporary.artifact
}

func (c *common) newArtifactDir() (string, error) {
	if !options.artifacts {
		return c.newTempDir()
	}
	name := strings.ReplaceAll(c.name, "/", "__")
	if len(name) > 64 {
		hash := fnv.New64a()
		hash.Write([]byte(name))
		sum := fmt.Sprintf("%x", hash.Sum64())
		name = name[:64-len(sum)] + sum
	}
	base := filepath.Join(options.outputDir, "_artifacts", inFileName(name, plainSymbols))
	if err := os.MkdirAll(base, 0o777); err != nil {
		return "", err
	}
	dir, err := os.MkdirTemp(base, "")
	if err == nil && c.printer != nil {
		c.printer.status(c.name, fmt.Sprintf("=== ARTIFACTS %s %v\n", c.name, dir))
	}
	return dir, err
}

// Setenv sets an environment variable until the end of the test.
func (c *common) Setenv(key, value string) {
	c.notInFuzzTarget("Setenv")
	before, wasSet := os.LookupEnv(key)
	if err := os.Setenv(key, value); err != nil {
		c.Fatalf("cannot set environment variable: %v", err)
	}
	c.Cleanup(func() {
		if wasSet {
			os.Setenv(key, before)
		} else {
			os.Unsetenv(key)
		}
	})
}

// Chdir goes to another directory until the end of the test.
func (c *common) Chdir(dir string) {
	c.notInFuzzTarget("Chdir")
	before, err := os.Getwd()
	if err != nil {
		c.Fatal(err)
	}
	if err := os.Chdir(dir); err != nil {
		c.Fatal(err)
	}
	if !filepath.IsAbs(dir) {
		dir = filepath.Join(before, dir)
	}
	c.Setenv("PWD", dir)
	c.Cleanup(func() {
		if err := os.Chdir(before); err != nil {
			panic("testing.Chdir: " + err.Error())
		}
	})
}
