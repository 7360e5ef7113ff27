// JSON as deep as it may be: what recurses in the library takes time by its depth, not by its square.
package main

import (
	"encoding/json"
	"fmt"
	"strings"
)

type list struct{ Next *list }

func main() {
	for _, depth := range []int{1000, 10001} {
		var v any
		err := json.Unmarshal([]byte(strings.Repeat("[", depth)+strings.Repeat("]", depth)), &v)
		count := 0
		for inner, ok := v.([]any); ok && len(inner) > 0; inner, ok = inner[0].([]any) {
			count++
		}
		fmt.Println(depth, err, count)
	}
	text := strings.Repeat(`{"Next":`, 400) + "null" + strings.Repeat("}", 400)
	var first *list
	fmt.Println(json.Unmarshal([]byte(text), &first))
	count := 0
	for at := first; at != nil; at = at.Next {
		count++
	}
	again, err := json.Marshal(first)
	fmt.Println(count, string(again) == text, err)
}
