package org.xinheng.platform;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Forms with a file, of which one part is what it should not be. */
final class HostileUploads {

    private static final String EDGE = "--b\r\n";

    private HostileUploads() {}

    /** @param what for whoever reads the failure */
    record Upload(String what, String type, byte[] body) {}

    static List<Upload> of(Map<String, String> fields) {
        var plain = fields(fields);
        var file = file("a.txt", "虚构");
        var uploads = new ArrayList<Upload>();
        uploads.add(form("no file", plain));
        uploads.add(form("a file in a text field", plain + field("file", "虚构")));
        uploads.add(form("two files", plain + file + file));
        uploads.add(form("an empty file", plain + file("a.txt", "")));
        uploads.add(form("no name", plain + file("", "虚构")));
        uploads.add(form("a name with folders", plain + file("../../etc/C:\\\\x\\passwd", "虚构")));
        uploads.add(form("a long name", plain + file("长".repeat(10_000), "虚构")));
        uploads.add(form("a name with markup and control characters", plain + file("<b>\u0001\u202e'.txt", "虚构")));
        uploads.add(form("a name with a NUL", plain + file("a\0b.txt", "虚构")));
        uploads.add(form("the file before the fields", file + plain));
        uploads.add(form("a file of another kind", plain + file("a.pdf", "%PDF-1.7 \0\1\2")));
        uploads.add(new Upload("no boundary", "multipart/form-data", bytes(plain + file + "--b--\r\n")));
        uploads.add(new Upload("half a form", "multipart/form-data; boundary=b", bytes(plain + file.substring(0, 40))));
        uploads.add(new Upload("no form", "text/plain", bytes("虚构")));
        for (var name : fields.keySet()) {
            for (var value :
                    List.of("", "NO_SUCH", "2026-02-30", "+999999999-12", "1e999999999", "a\0b", "长".repeat(10_000))) {
                var wrong = new LinkedHashMap<>(fields);
                wrong.put(name, value);
                uploads.add(form(name + " " + value.substring(0, Math.min(20, value.length())), fields(wrong) + file));
            }
        }
        return uploads;
    }

    private static Upload form(String what, String parts) {
        return new Upload(what, "multipart/form-data; boundary=b", bytes(parts + "--b--\r\n"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String fields(Map<String, String> fields) {
        var parts = new StringBuilder();
        fields.forEach((name, value) -> parts.append(field(name, value)));
        return parts.toString();
    }

    private static String field(String name, String value) {
        return EDGE + "Content-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String file(String name, String content) {
        return EDGE + "Content-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n" + content
                + "\r\n";
    }
}
