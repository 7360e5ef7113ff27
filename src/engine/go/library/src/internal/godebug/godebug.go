// Package godebug: settings of the environment's GODEBUG that change how packages behave.
package godebug

// Environment is what the program has set GODEBUG to.
var Environment string

// defaults are the settings that the program is built with.
func defaults() string

// Value is what a setting is set to, or nothing.
func Value(name string) string {
	if value, ok := find(Environment, name); ok {
		return value
	}
	value, _ := find(defaults(), name)
	return value
}

// find looks for the last of settings name=value with commas between.
func find(settings, name string) (value string, ok bool) {
	end := len(settings)
	for i := end - 1; i >= -1; i-- {
		if i >= 0 && settings[i] != ',' {
			continue
		}
		setting := settings[i+1 : end]
		end = i
		if len(setting) > len(name) && setting[len(name)] == '=' && setting[:len(name)] == name {
			return setting[len(name)+1:], true
		}
	}
	return "", false
}
