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
import java.util.regex.Pattern;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.CreditException;

/**
 * A form with files, read as it arrives: the server itself would first write each file in clear to its temporary folder.
 * Fields before a file are parameters of the request; those after it can be asked for once it was read. Most forms take
 * one file; whoever takes several asks for {@link #files}.
 */
public final class StreamedUpload extends HttpServletRequestWrapper {

    private static final int LONGEST_FIELD = 1 << 16;
    /** Of a part: names of files are long, and a Chinese character takes three bytes or nine. */
    private static final int LONGEST_HEADER = 1 << 13;

    private static final int MOST_FIELDS = 100;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ENDING = 10;
    private static final String FILE = "file";
    /** Characters nobody sees: they end a line, or let the end of a name look like its beginning. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private final Map<String, String> fields = new LinkedHashMap<>();
    private @Nullable FileItemIterator parts;
    private @Nullable FileItemStream file;
    private boolean read;
    private boolean several;

    /** Takes one file of several: its name and its bytes, to be read before the next comes. */
    public interface Taker {

        void take(String name, InputStream content);
    }

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

    /** Every file of the form in its order; inputs in which none was chosen are passed over. */
    public void files(Taker taker) {
        several = true;
        advance();
        while (file != null && !read) {
            var name = fileName();
            if (!name.isEmpty()) {
                taker.take(name, file());
            }
            read = true;
            advance();
        }
    }

    /**
     * The name the sender gives the file, without folders and unseen characters, no longer than a line; empty where none
     * was chosen. Before or after it was read.
     */
    public String fileName() {
        if (file == null) {
            advance();
        }
        var given = given();
        if (given.isEmpty()) {
            return "";
        }
        var name = UNSEEN.matcher(given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1))
                .replaceAll("")
                .strip();
        return name.isEmpty() ? FILE : shortened(name);
    }

    private String given() {
        try {
            return file == null || file.getName() == null ? "" : file.getName();
        } catch (InvalidFileNameException e) {
            throw new CreditException(IntakeError.UPLOAD_BROKEN);
        }
    }

    /** Cut before its ending, which says what it is opened with. */
    private static String shortened(String name) {
        if (name.codePointCount(0, name.length()) <= LONGEST_NAME) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        var ending = dot < 0 || name.length() - dot > LONGEST_ENDING ? "" : name.substring(dot);
        return name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - LONGEST_ENDING)) + ending;
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
                    if (file != null && !several) {
                        throw new CreditException(IntakeError.FILE_MISSING);
                    }
                    file = part;
                    read = false;
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
            var text = new String(bytes, StandardCharsets.UTF_8);
            // As the firewall does with other forms: no column holds one.
            if (text.indexOf(0) >= 0) {
                throw new CreditException(IntakeError.UPLOAD_BROKEN);
            }
            if (part.getFieldName() != null) {
                fields.putIfAbsent(part.getFieldName(), text);
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
