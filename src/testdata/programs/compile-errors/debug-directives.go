//go:debug panicnil=1
//go:debug nosuch=1
//go:debug asynctimerchan=1
//go:debug panicnil=0
//go:debug http2client
//go:debug x509sha1=0
//go:debug default=1.20

package main

func main() {
	undefined()
}
