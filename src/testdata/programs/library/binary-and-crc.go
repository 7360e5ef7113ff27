package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math"
)

func main() {
	b := make([]byte, 8)
	binary.BigEndian.PutUint64(b, 0x0102030405060708)
	fmt.Println(b, binary.LittleEndian.Uint64(b), binary.BigEndian.Uint32(b[2:]), binary.LittleEndian.Uint16(b))
	binary.LittleEndian.PutUint32(b, 0xdeadbeef)
	fmt.Printf("%x %x %v %#v\n", b, binary.BigEndian.AppendUint16(nil, 0xabcd), binary.BigEndian, binary.LittleEndian)
	var order binary.ByteOrder = binary.BigEndian
	fmt.Println(order.Uint16([]byte{1, 2}), order)
	for _, x := range []uint64{0, 1, 127, 128, 300, math.MaxUint32, math.MaxUint64} {
		u := binary.AppendUvarint(nil, x)
		back, n := binary.Uvarint(u)
		again, err := binary.ReadUvarint(bytes.NewReader(u))
		fmt.Println(u, back, n, again, err)
	}
	for _, x := range []int64{0, -1, 1, -64, 64, math.MinInt64, math.MaxInt64} {
		buf := make([]byte, binary.MaxVarintLen64)
		n := binary.PutVarint(buf, x)
		back, m := binary.Varint(buf[:n])
		fmt.Println(buf[:n], back, m)
	}
	fmt.Println(binary.Uvarint([]byte{0x80}))
	fmt.Println(binary.Uvarint(bytes.Repeat([]byte{0xff}, 11)))
	fmt.Println(binary.Uvarint([]byte{0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 2}))
	fmt.Println(binary.ReadUvarint(bytes.NewReader([]byte{0x80})))
	fmt.Println(crc32.ChecksumIEEE([]byte("hello")), crc32.Checksum([]byte("hello"), crc32.MakeTable(crc32.Castagnoli)))
	h := crc32.NewIEEE()
	h.Write([]byte("hel"))
	h.Write([]byte("lo"))
	fmt.Printf("%d %x\n", h.Sum32(), h.Sum(nil))
}
