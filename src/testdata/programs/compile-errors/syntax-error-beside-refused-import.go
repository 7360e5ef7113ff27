package main

import (
	"fmt"
	"net/http"
)

func main() {
	response, err := http.Get("http://example.com"
	if err != nil {
		fmt.Println(err)
	}
	fmt.Println(response.Status)
}
