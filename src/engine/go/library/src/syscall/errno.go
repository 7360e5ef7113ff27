package syscall

import (
	"errors"
	"internal/oserror"
)

// An Errno is an error of the operating system, numbered as on Linux.
type Errno uintptr

const (
	E2BIG           Errno = 0x7
	EACCES          Errno = 0xd
	EADDRINUSE      Errno = 0x62
	EADDRNOTAVAIL   Errno = 0x63
	EADV            Errno = 0x44
	EAFNOSUPPORT    Errno = 0x61
	EAGAIN          Errno = 0xb
	EALREADY        Errno = 0x72
	EBADE           Errno = 0x34
	EBADF           Errno = 0x9
	EBADFD          Errno = 0x4d
	EBADMSG         Errno = 0x4a
	EBADR           Errno = 0x35
	EBADRQC         Errno = 0x38
	EBADSLT         Errno = 0x39
	EBFONT          Errno = 0x3b
	EBUSY           Errno = 0x10
	ECANCELED       Errno = 0x7d
	ECHILD          Errno = 0xa
	ECHRNG          Errno = 0x2c
	ECOMM           Errno = 0x46
	ECONNABORTED    Errno = 0x67
	ECONNREFUSED    Errno = 0x6f
	ECONNRESET      Errno = 0x68
	EDEADLK         Errno = 0x23
	EDEADLOCK       Errno = 0x23
	EDESTADDRREQ    Errno = 0x59
	EDOM            Errno = 0x21
	EDOTDOT         Errno = 0x49
	EDQUOT          Errno = 0x7a
	EEXIST          Errno = 0x11
	EFAULT          Errno = 0xe
	EFBIG           Errno = 0x1b
	EHOSTDOWN       Errno = 0x70
	EHOSTUNREACH    Errno = 0x71
	EIDRM           Errno = 0x2b
	EILSEQ          Errno = 0x54
	EINPROGRESS     Errno = 0x73
	EINTR           Errno = 0x4
	EINVAL          Errno = 0x16
	EIO             Errno = 0x5
	EISCONN         Errno = 0x6a
	EISDIR          Errno = 0x15
	EISNAM          Errno = 0x78
	EKEYEXPIRED     Errno = 0x7f
	EKEYREJECTED    Errno = 0x81
	EKEYREVOKED     Errno = 0x80
	EL2HLT          Errno = 0x33
	EL2NSYNC        Errno = 0x2d
	EL3HLT          Errno = 0x2e
	EL3RST          Errno = 0x2f
	ELIBACC         Errno = 0x4f
	ELIBBAD         Errno = 0x50
	ELIBEXEC        Errno = 0x53
	ELIBMAX         Errno = 0x52
	ELIBSCN         Errno = 0x51
	ELNRNG          Errno = 0x30
	ELOOP           Errno = 0x28
	EMEDIUMTYPE     Errno = 0x7c
	EMFILE          Errno = 0x18
	EMLINK          Errno = 0x1f
	EMSGSIZE        Errno = 0x5a
	EMULTIHOP       Errno = 0x48
	ENAMETOOLONG    Errno = 0x24
	ENAVAIL         Errno = 0x77
	ENETDOWN        Errno = 0x64
	ENETRESET       Errno = 0x66
	ENETUNREACH     Errno = 0x65
	ENFILE          Errno = 0x17
	ENOANO          Errno = 0x37
	ENOBUFS         Errno = 0x69
	ENOCSI          Errno = 0x32
	ENODATA         Errno = 0x3d
	ENODEV          Errno = 0x13
	ENOENT          Errno = 0x2
	ENOEXEC         Errno = 0x8
	ENOKEY          Errno = 0x7e
	ENOLCK          Errno = 0x25
	ENOLINK         Errno = 0x43
	ENOMEDIUM       Errno = 0x7b
	ENOMEM          Errno = 0xc
	ENOMSG          Errno = 0x2a
	ENONET          Errno = 0x40
	ENOPKG          Errno = 0x41
	ENOPROTOOPT     Errno = 0x5c
	ENOSPC          Errno = 0x1c
	ENOSR           Errno = 0x3f
	ENOSTR          Errno = 0x3c
	ENOSYS          Errno = 0x26
	ENOTBLK         Errno = 0xf
	ENOTCONN        Errno = 0x6b
	ENOTDIR         Errno = 0x14
	ENOTEMPTY       Errno = 0x27
	ENOTNAM         Errno = 0x76
	ENOTRECOVERABLE Errno = 0x83
	ENOTSOCK        Errno = 0x58
	ENOTSUP         Errno = 0x5f
	ENOTTY          Errno = 0x19
	ENOTUNIQ        Errno = 0x4c
	ENXIO           Errno = 0x6
	EOPNOTSUPP      Errno = 0x5f
	EOVERFLOW       Errno = 0x4b
	EOWNERDEAD      Errno = 0x82
	EPERM           Errno = 0x1
	EPFNOSUPPORT    Errno = 0x60
	EPIPE           Errno = 0x20
	EPROTO          Errno = 0x47
	EPROTONOSUPPORT Errno = 0x5d
	EPROTOTYPE      Errno = 0x5b
	ERANGE          Errno = 0x22
	EREMCHG         Errno = 0x4e
	EREMOTE         Errno = 0x42
	EREMOTEIO       Errno = 0x79
	ERESTART        Errno = 0x55
	ERFKILL         Errno = 0x84
	EROFS           Errno = 0x1e
	ESHUTDOWN       Errno = 0x6c
	ESOCKTNOSUPPORT Errno = 0x5e
	ESPIPE          Errno = 0x1d
	ESRCH           Errno = 0x3
	ESRMNT          Errno = 0x45
	ESTALE          Errno = 0x74
	ESTRPIPE        Errno = 0x56
	ETIME           Errno = 0x3e
	ETIMEDOUT       Errno = 0x6e
	ETOOMANYREFS    Errno = 0x6d
	ETXTBSY         Errno = 0x1a
	EUCLEAN         Errno = 0x75
	EUNATCH         Errno = 0x31
	EUSERS          Errno = 0x57
	EWOULDBLOCK     Errno = 0xb
	EXDEV           Errno = 0x12
	EXFULL          Errno = 0x36
)

var errorTexts = [...]string{
	E2BIG:           "argument list too long",
	EACCES:          "permission denied",
	EADDRINUSE:      "address already in use",
	EADDRNOTAVAIL:   "cannot assign requested address",
	EADV:            "advertise error",
	EAFNOSUPPORT:    "address family not supported by protocol",
	EAGAIN:          "resource temporarily unavailable",
	EALREADY:        "operation already in progress",
	EBADE:           "invalid exchange",
	EBADF:           "bad file descriptor",
	EBADFD:          "file descriptor in bad state",
	EBADMSG:         "bad message",
	EBADR:           "invalid request descriptor",
	EBADRQC:         "invalid request code",
	EBADSLT:         "invalid slot",
	EBFONT:          "bad font file format",
	EBUSY:           "device or resource busy",
	ECANCELED:       "operation canceled",
	ECHILD:          "no child processes",
	ECHRNG:          "channel number out of range",
	ECOMM:           "communication error on send",
	ECONNABORTED:    "software caused connection abort",
	ECONNREFUSED:    "connection refused",
	ECONNRESET:      "connection reset by peer",
	EDEADLK:         "resource deadlock avoided",
	EDESTADDRREQ:    "destination address required",
	EDOM:            "numerical argument out of domain",
	EDOTDOT:         "RFS specific error",
	EDQUOT:          "disk quota exceeded",
	EEXIST:          "file exists",
	EFAULT:          "bad address",
	EFBIG:           "file too large",
	EHOSTDOWN:       "host is down",
	EHOSTUNREACH:    "no route to host",
	EIDRM:           "identifier removed",
	EILSEQ:          "invalid or incomplete multibyte or wide character",
	EINPROGRESS:     "operation now in progress",
	EINTR:           "interrupted system call",
	EINVAL:          "invalid argument",
	EIO:             "input/output error",
	EISCONN:         "transport endpoint is already connected",
	EISDIR:          "is a directory",
	EISNAM:          "is a named type file",
	EKEYEXPIRED:     "key has expired",
	EKEYREJECTED:    "key was rejected by service",
	EKEYREVOKED:     "key has been revoked",
	EL2HLT:          "level 2 halted",
	EL2NSYNC:        "level 2 not synchronized",
	EL3HLT:          "level 3 halted",
	EL3RST:          "level 3 reset",
	ELIBACC:         "can not access a needed shared library",
	ELIBBAD:         "accessing a corrupted shared library",
	ELIBEXEC:        "cannot exec a shared library directly",
	ELIBMAX:         "attempting to link in too many shared libraries",
	ELIBSCN:         ".lib section in a.out corrupted",
	ELNRNG:          "link number out of range",
	ELOOP:           "too many levels of symbolic links",
	EMEDIUMTYPE:     "wrong medium type",
	EMFILE:          "too many open files",
	EMLINK:          "too many links",
	EMSGSIZE:        "message too long",
	EMULTIHOP:       "multihop attempted",
	ENAMETOOLONG:    "file name too long",
	ENAVAIL:         "no XENIX semaphores available",
	ENETDOWN:        "network is down",
	ENETRESET:       "network dropped connection on reset",
	ENETUNREACH:     "network is unreachable",
	ENFILE:          "too many open files in system",
	ENOANO:          "no anode",
	ENOBUFS:         "no buffer space available",
	ENOCSI:          "no CSI structure available",
	ENODATA:         "no data available",
	ENODEV:          "no such device",
	ENOENT:          "no such file or directory",
	ENOEXEC:         "exec format error",
	ENOKEY:          "required key not available",
	ENOLCK:          "no locks available",
	ENOLINK:         "link has been severed",
	ENOMEDIUM:       "no medium found",
	ENOMEM:          "cannot allocate memory",
	ENOMSG:          "no message of desired type",
	ENONET:          "machine is not on the network",
	ENOPKG:          "package not installed",
	ENOPROTOOPT:     "protocol not available",
	ENOSPC:          "no space left on device",
	ENOSR:           "out of streams resources",
	ENOSTR:          "device not a stream",
	ENOSYS:          "function not implemented",
	ENOTBLK:         "block device required",
	ENOTCONN:        "transport endpoint is not connected",
	ENOTDIR:         "not a directory",
	ENOTEMPTY:       "directory not empty",
	ENOTNAM:         "not a XENIX named type file",
	ENOTRECOVERABLE: "state not recoverable",
	ENOTSOCK:        "socket operation on non-socket",
	ENOTSUP:         "operation not supported",
	ENOTTY:          "inappropriate ioctl for device",
	ENOTUNIQ:        "name not unique on network",
	ENXIO:           "no such device or address",
	EOVERFLOW:       "value too large for defined data type",
	EOWNERDEAD:      "owner died",
	EPERM:           "operation not permitted",
	EPFNOSUPPORT:    "protocol family not supported",
	EPIPE:           "broken pipe",
	EPROTO:          "protocol error",
	EPROTONOSUPPORT: "protocol not supported",
	EPROTOTYPE:      "protocol wrong type for socket",
	ERANGE:          "numerical result out of range",
	EREMCHG:         "remote address changed",
	EREMOTE:         "object is remote",
	EREMOTEIO:       "remote I/O error",
	ERESTART:        "interrupted system call should be restarted",
	ERFKILL:         "operation not possible due to RF-kill",
	EROFS:           "read-only file system",
	ESHUTDOWN:       "cannot send after transport endpoint shutdown",
	ESOCKTNOSUPPORT: "socket type not supported",
	ESPIPE:          "illegal seek",
	ESRCH:           "no such process",
	ESRMNT:          "srmount error",
	ESTALE:          "stale file handle",
	ESTRPIPE:        "streams pipe error",
	ETIME:           "timer expired",
	ETIMEDOUT:       "connection timed out",
	ETOOMANYREFS:    "too many references: cannot splice",
	ETXTBSY:         "text file busy",
	EUCLEAN:         "structure needs cleaning",
	EUNATCH:         "protocol driver not attached",
	EUSERS:          "too many users",
	EXDEV:           "invalid cross-device link",
	EXFULL:          "exchange full",
}

func (e Errno) Error() string {
	if e < Errno(len(errorTexts)) && errorTexts[e] != "" {
		return errorTexts[e]
	}
	return "errno " + itoa(int(e))
}

func (e Errno) Is(target error) bool {
	switch target {
	case oserror.ErrPermission:
		return e == EACCES || e == EPERM
	case oserror.ErrExist:
		return e == EEXIST || e == ENOTEMPTY
	case oserror.ErrNotExist:
		return e == ENOENT
	case errors.ErrUnsupported:
		return e == ENOSYS || e == EOPNOTSUPP
	}
	return false
}

func (e Errno) Temporary() bool {
	return e == EINTR || e == EMFILE || e == ENFILE || e.Timeout()
}

func (e Errno) Timeout() bool { return e == EAGAIN || e == EWOULDBLOCK || e == ETIMEDOUT }
