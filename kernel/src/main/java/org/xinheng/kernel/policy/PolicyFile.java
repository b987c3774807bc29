package org.xinheng.kernel.policy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.xinheng.kernel.CreditException;

/** A file with a policy document, told by its content and not by its name: text, .docx, or a page saved as .html. */
public final class PolicyFile {

    private static final int LARGEST = 50 << 20;
    private static final Pattern PAGE = Pattern.compile(
            "(?is)^\\s*(?:<!doctype\\s+html|<html|<\\?xml|<head|<body|<div|<p[\\s>]|<table|<meta|<!--).*|.{0,2000}?<(?:html|body)[\\s>].*");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\n\\r\\f\\x0B\\u0085\\u2028\\u2029]");

    private PolicyFile() {}

    /**
     * Reads the document.
     *
     * @throws CreditException a {@link PolicyError}, if there is none in it
     */
    public static PolicyDocument read(InputStream in) throws IOException {
        var bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new CreditException(PolicyError.DOCUMENT_TOO_LARGE);
        }
        if (bytes.length == 0) {
            throw new CreditException(PolicyError.DOCUMENT_EMPTY);
        }
        var document = read(pieces(bytes));
        if (isNoPolicy(document)) {
            throw new CreditException(PolicyError.DOCUMENT_IS_NO_POLICY);
        }
        return document;
    }

    private static PolicyDocument read(List<Piece> pieces) {
        if (pieces.stream().allMatch(piece -> piece instanceof Piece.Line line && line.isBlank())) {
            throw new CreditException(PolicyError.DOCUMENT_EMPTY);
        }
        var withTables = Tables.find(pieces);
        var front = new FrontMatter(withTables);
        return new Division(Joining.join(withTables, front), front).read();
    }

    private static List<Piece> pieces(byte[] bytes) {
        if (startsWith(bytes, "PK")) {
            return WordFile.read(bytes);
        }
        if (startsWith(bytes, "\u00D0\u00CF\u0011\u00E0")) {
            var content = new String(bytes, StandardCharsets.ISO_8859_1);
            boolean encrypted = content.contains("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e");
            throw new CreditException(encrypted ? PolicyError.DOCUMENT_ENCRYPTED : PolicyError.DOCUMENT_FORM_UNKNOWN);
        }
        if (startsWith(bytes, "%PDF") || startsWith(bytes, "{\\rtf")) {
            throw new CreditException(PolicyError.DOCUMENT_FORM_UNKNOWN);
        }
        var text = Encoding.decode(bytes);
        return PAGE.matcher(text).matches() ? WebPage.read(text) : lines(text);
    }

    private static List<Piece> lines(String text) {
        var lines = new ArrayList<Piece>();
        for (var line : LINE_END.split(text, -1)) {
            lines.add(new Piece.Line(lines.size() + 1, line));
        }
        return lines;
    }

    private static boolean startsWith(byte[] bytes, String magic) {
        return bytes.length >= magic.length()
                && new String(bytes, 0, magic.length(), StandardCharsets.ISO_8859_1).equals(magic);
    }

    private static boolean isNoPolicy(PolicyDocument document) {
        return document.tasks().isEmpty()
                && document.groups().isEmpty()
                && document.safeguards().isEmpty()
                && document.documentNumber() == null
                && document.passages(Passage.Kind.HEADING).size() < 2
                && (document.title() == null || !PrintedTitle.isEnd(document.title()));
    }
}
