package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"math"
	"os"
	"strings"
	"sync"
	"time"
)

func main() {
	fmt.newPrinter()
	fmt.println("a")
	fmt.errorf("b")
	math.sqrt(2)
	log.std.Println()
	os.exit(1)
	context.TODO().value
	_ = errors.new("c")
	_ = strings.contains("a", "b")
	var mu sync.mutex
	_ = time.month(1)
}
