// Words of other languages.
package main

func main() {
	while true {
	}
	let x = 1
	int y = 2
	x = true ? 1 : 2
	try {
	} catch (e) {
	}
}
