package org.xinheng.platform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The options of a command, each a name and a value. */
record Arguments(Map<String, String> values) {

    /** Null when the command was used wrongly: an option it does not know, one twice, or one without its value. */
    static @Nullable Arguments read(List<String> arguments, Set<String> known) {
        var values = new HashMap<String, String>();
        for (int i = 0; i < arguments.size(); i += 2) {
            var name = arguments.get(i);
            if (!known.contains(name) || i + 1 == arguments.size()) {
                return null;
            }
            var value = arguments.get(i + 1);
            if (value.isBlank() || value.startsWith("--") || values.put(name, value) != null) {
                return null;
            }
        }
        return new Arguments(values);
    }

    @Nullable
    String find(String name) {
        return values.get(name);
    }
}
