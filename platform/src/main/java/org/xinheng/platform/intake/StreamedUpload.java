package org.xinheng.platform.intake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.CreditException;

/**
 * A form with a file, read as it arrives: the server itself would first write the file in clear to its temporary
 * folder. Fields before the file are parameters of the request; those after it can be asked for once it was read.
 */
public final class StreamedUpload extends HttpServletRequestWrapper {

    private static final int LONGEST_FIELD = 1 << 16;
    /** Of a part: names of files are long, and a Chinese character takes three bytes or nine. */
    private static final int LONGEST_HEADER = 1 << 13;

    private static final int MOST_FIELDS = 100;
    private static final String FILE = "file";

    private final Map<String, String> fields = new LinkedHashMap<>();
    private @Nullable FileItemIterator parts;
    private @Nullable FileItemStream file;
    private boolean read;

    StreamedUpload(HttpServletRequest request) {
        super(request);
    }

    /** A field that stands before the file, or anywhere once the file was read; null when there is none. */
    public @Nullable String field(String name) {
        if (read || file == null) {
            advance();
        }
        return fields.get(name);
    }

    /** The file's bytes, to be read once. */
    public InputStream file() {
        advance();
        if (file == null || read) {
            throw new CreditException(IntakeError.FILE_MISSING);
        }
        read = true;
        try {
            return file.openStream();
        } catch (IOException e) {
            throw new CreditException(IntakeError.UPLOAD_BROKEN);
        }
    }

    /** The name the sender gives the file, without folders; empty where none was chosen. Before or after it was read. */
    public String fileName() {
        if (file == null) {
            advance();
        }
        var name = file == null || file.getName() == null ? "" : file.getName();
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private void advance() {
        if (file != null && !read) {
            return;
        }
        try {
            if (parts == null) {
                var form = new FileUpload();
                form.setPartHeaderSizeMax(LONGEST_HEADER);
                parts = form.getItemIterator(new ServletRequestContext((HttpServletRequest) getRequest()));
            }
            while (parts.hasNext()) {
                var part = parts.next();
                if (FILE.equals(part.getFieldName()) && !part.isFormField()) {
                    if (file != null) {
                        throw new CreditException(IntakeError.FILE_MISSING);
                    }
                    file = part;
                    return;
                }
                keep(part);
            }
        } catch (IOException e) {
            throw new CreditException(IntakeError.UPLOAD_BROKEN);
        }
    }

    private void keep(FileItemStream part) throws IOException {
        try (var content = part.openStream()) {
            var bytes = content.readNBytes(LONGEST_FIELD + 1);
            if (bytes.length > LONGEST_FIELD || fields.size() >= MOST_FIELDS) {
                throw new CreditException(IntakeError.UPLOAD_BROKEN);
            }
            if (part.getFieldName() != null) {
                fields.putIfAbsent(part.getFieldName(), new String(bytes, StandardCharsets.UTF_8));
            }
        }
    }

    @Override
    public @Nullable String getParameter(String name) {
        return field(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        if (file == null) {
            advance();
        }
        var map = new LinkedHashMap<String, String[]>();
        fields.forEach((name, value) -> map.put(name, new String[] {value}));
        return map;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        var value = field(name);
        return value == null ? null : new String[] {value};
    }

    @Override
    public Collection<Part> getParts() {
        return List.of();
    }

    @Override
    public @Nullable Part getPart(String name) {
        return null;
    }
}
