// Statements at the top level.
package main

import "fmt"

x := 5
fmt.Println("x")
for {
}
if true {
}
return
