// Package os: standard streams, arguments, environment, exit, and a file system that lives in the
// program's memory. The files of the machine under the simulator are never touched.
package os

import (
	"errors"
	"internal/exit"
	"internal/files"
	"internal/godebug"
	"internal/localzone"
	"internal/texts"
	"syscall"
)

// Args holds the command line, starting with the program's name.
var Args = arguments()

func arguments() []string

// Exit ends the program at once with the given code; deferred functions are not run.
func Exit(code int) {
	if code == 0 && exit.ZeroPanics {
		panic("unexpected call to os.Exit(0) during test")
	}
	end(code)
}

func end(code int)

// A Signal can be sent to the program from outside.
type Signal interface {
	String() string
	Signal()
}

var (
	Interrupt Signal = syscall.SIGINT
	Kill      Signal = syscall.SIGKILL
)

// The environment is the same for every run: nothing of the machine outside is in it.
var environment = []string{
	"HOME=" + files.Home,
	"HOSTNAME=interleave",
	"LANG=C.UTF-8",
	"PATH=/usr/local/go/bin:/usr/local/bin:/usr/bin:/bin",
	"PWD=" + files.Home,
	"GOROOT=/usr/local/go",
	"GOPATH=" + files.Home + "/go",
	"SHELL=/bin/sh",
	"USER=gopher",
}

func indexOf(key string) int {
	for i, entry := range environment {
		if len(entry) > len(key) && entry[len(key)] == '=' && entry[:len(key)] == key {
			return i
		}
	}
	return -1
}

func LookupEnv(key string) (string, bool) {
	if i := indexOf(key); i >= 0 && key != "" {
		return environment[i][len(key)+1:], true
	}
	return "", false
}

func Getenv(key string) string {
	value, _ := LookupEnv(key)
	return value
}

// note tells packages that go by a variable of the environment.
func note(key, value string, isSet bool) {
	switch key {
	case "GODEBUG":
		godebug.Environment = value
	case "TZ":
		localzone.Name, localzone.IsSet = value, isSet
	}
}

func Setenv(key, value string) error {
	if key == "" || texts.HasAny(key, "=\x00") || texts.HasAny(value, "\x00") {
		return NewSyscallError("setenv", syscall.EINVAL)
	}
	note(key, value, true)
	if i := indexOf(key); i >= 0 {
		environment[i] = key + "=" + value
	} else {
		environment = append(environment, key+"="+value)
	}
	return nil
}

func Unsetenv(key string) error {
	note(key, "", false)
	if i := indexOf(key); i >= 0 {
		environment = append(environment[:i:i], environment[i+1:]...)
	}
	return nil
}

func Clearenv() {
	environment = nil
	note("GODEBUG", "", false)
	note("TZ", "", false)
}

func Environ() []string { return append([]string{}, environment...) }

func Getpid() int               { return syscall.Getpid() }
func Getppid() int              { return 1 }
func Getuid() int               { return userID }
func Geteuid() int              { return userID }
func Getgid() int               { return userID }
func Getegid() int              { return userID }
func Getgroups() ([]int, error) { return []int{userID}, nil }
func Getpagesize() int          { return 4096 }
func Hostname() (string, error) { return "interleave", nil }

const userID = 1000

func ownership(uid, gid int) syscall.Errno {
	if uid != -1 && uid != userID || gid != -1 && gid != userID {
		return syscall.EPERM
	}
	return 0
}

func Executable() (string, error) { return Args[0], nil }

func TempDir() string {
	if dir := Getenv("TMPDIR"); dir != "" {
		return dir
	}
	return "/tmp"
}

func UserHomeDir() (string, error) {
	if home := Getenv("HOME"); home != "" {
		return home, nil
	}
	return "", errors.New("$HOME is not defined")
}

func UserCacheDir() (string, error)  { return userDir("XDG_CACHE_HOME", "/.cache") }
func UserConfigDir() (string, error) { return userDir("XDG_CONFIG_HOME", "/.config") }

func userDir(variable, below string) (string, error) {
	if dir := Getenv(variable); dir != "" {
		if dir[0] != '/' {
			return "", errors.New("path in $" + variable + " is relative")
		}
		return dir, nil
	}
	home := Getenv("HOME")
	if home == "" {
		return "", errors.New("neither $" + variable + " nor $HOME are defined")
	}
	return home + below, nil
}
