package org.xinheng.kernel.item;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.CreditException;

/**
 * The parts of an XLSX (ECMA-376) that rows come from. They are unpacked as they are read, and what unpacks is counted,
 * since sizes written in an archive may lie. Names of elements are read without their namespace: the strict and the
 * transitional form of the format differ in nothing else that matters here.
 */
final class WorkbookParts implements Closeable {

    /** Longer than any text a cell may hold; what goes on further without a tag would have to be held in memory. */
    private static final int LONGEST_TEXT = 4 << 20;

    private static final int DEEPEST = 64;
    private static final XMLInputFactory XML = factory();

    private final ZipFile zip;
    private final long largest;
    private final Map<String, ZipArchiveEntry> entries = new HashMap<>();
    private final String main;
    private final Map<String, Relation> relations;
    private long inflated;

    private record Relation(String type, String part) {}

    /**
     * A sheet of rows.
     *
     * @param part where its rows stand
     */
    record SheetPart(String part) {}

    /** @param from1904 whether its days count from 1904, as those of old Macintoshes do */
    record Book(List<SheetPart> visible, boolean from1904) {}

    private WorkbookParts(ZipFile zip, long largest) throws IOException, XMLStreamException {
        this.zip = zip;
        this.largest = largest;
        long declared = 0;
        for (var entry : Collections.list(zip.getEntries())) {
            entries.putIfAbsent(plain(entry.getName()), entry);
            declared += Math.max(0, entry.getSize());
        }
        if (!entries.containsKey("xl/workbook.xml") && !entries.containsKey("[content_types].xml")) {
            throw new CreditException(FileError.FILE_NOT_A_TABLE);
        }
        if (declared > largest) {
            throw new CreditException(FileError.FILE_TOO_LARGE);
        }
        main = relations("").values().stream()
                .filter(relation -> relation.type.endsWith("/officeDocument"))
                .findFirst()
                .map(Relation::part)
                .orElse("xl/workbook.xml");
        // Documents of other programs have the same wrapping, and the binary .xlsb has no XML to read.
        if (!main.endsWith(".xml") || !entries.containsKey(plain(main)) || !main.startsWith("xl/")) {
            throw new CreditException(FileError.FILE_NOT_A_TABLE);
        }
        relations = relations(main);
    }

    static WorkbookParts open(byte[] packed, long largest) throws IOException, XMLStreamException {
        var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(packed))
                .get();
        try {
            return new WorkbookParts(zip, largest);
        } catch (IOException | XMLStreamException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static XMLInputFactory factory() {
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    /** The workbook's sheets that people see. */
    Book book() throws IOException, XMLStreamException {
        var visible = new ArrayList<SheetPart>();
        boolean from1904 = false;
        try (var in = stream(main)) {
            var xml = XML.createXMLStreamReader(in);
            while (next(xml)) {
                if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (xml.getLocalName().equals("workbookPr")) {
                    var flag = attribute(xml, "date1904");
                    from1904 = "1".equals(flag) || "true".equals(flag);
                } else if (xml.getLocalName().equals("sheet")) {
                    var state = attribute(xml, "state");
                    var relation = relations.get(String.valueOf(attribute(xml, "id")));
                    if ((state == null || state.equals("visible"))
                            && relation != null
                            && relation.type.endsWith("/worksheet")) {
                        visible.add(new SheetPart(relation.part));
                    }
                }
            }
        }
        return new Book(visible, from1904);
    }

    /** The texts that cells refer to by number; empty where the workbook has none. */
    SharedTexts sharedTexts() throws IOException, XMLStreamException {
        var part = relations.values().stream()
                .filter(relation -> relation.type.endsWith("/sharedStrings"))
                .findFirst()
                .map(Relation::part)
                .orElse("xl/sharedStrings.xml");
        if (!entries.containsKey(plain(part))) {
            return SharedTexts.none();
        }
        try (var in = stream(part)) {
            return SharedTexts.read(XML.createXMLStreamReader(in));
        }
    }

    SheetRows rows(SheetPart sheet, SharedTexts texts) throws IOException, XMLStreamException {
        var in = stream(sheet.part);
        return new SheetRows(in, XML.createXMLStreamReader(in), texts);
    }

    /**
     * Goes to the next event; false at the end of the document. What no spreadsheet writes is refused: declarations of
     * entities, and elements in elements without end.
     */
    static boolean next(XMLStreamReader xml) throws XMLStreamException {
        if (!xml.hasNext()) {
            return false;
        }
        int event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new CreditException(FileError.FILE_DAMAGED);
        }
        return event != XMLStreamConstants.END_DOCUMENT;
    }

    /** How deep elements may stand in each other. */
    static int deeper(int depth) {
        if (depth >= DEEPEST) {
            throw new CreditException(FileError.FILE_DAMAGED);
        }
        return depth + 1;
    }

    static @Nullable String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    private Map<String, Relation> relations(String part) throws IOException, XMLStreamException {
        int slash = part.lastIndexOf('/') + 1;
        var folder = part.substring(0, slash);
        var name = folder + "_rels/" + part.substring(slash) + ".rels";
        var found = new HashMap<String, Relation>();
        if (!entries.containsKey(plain(name))) {
            return found;
        }
        try (var in = stream(name)) {
            var xml = XML.createXMLStreamReader(in);
            while (next(xml)) {
                if (xml.getEventType() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("Relationship")) {
                    var target = String.valueOf(attribute(xml, "Target"));
                    found.put(
                            String.valueOf(attribute(xml, "Id")),
                            new Relation(
                                    String.valueOf(attribute(xml, "Type")),
                                    target.startsWith("/") ? target.substring(1) : folder + target));
                }
            }
        }
        return found;
    }

    private static String plain(String name) {
        return name.replace('\\', '/').toLowerCase(Locale.ROOT);
    }

    private InputStream stream(String part) throws IOException {
        var entry = entries.get(plain(part));
        if (entry == null) {
            throw new CreditException(FileError.FILE_DAMAGED);
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new CreditException(FileError.FILE_ENCRYPTED);
        }
        return new Counted(zip.getInputStream(entry));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Counts what unpacks, and how far one tag is from the next. */
    private final class Counted extends FilterInputStream {

        private int sinceTag;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            if (read > 0) {
                inflated += read;
                int tag = from + read - 1;
                while (tag >= from && bytes[tag] != '<') {
                    tag--;
                }
                sinceTag = tag < from ? sinceTag + read : from + read - tag;
                if (inflated > largest) {
                    throw new CreditException(FileError.FILE_TOO_LARGE);
                }
                if (sinceTag > LONGEST_TEXT) {
                    throw new CreditException(FileError.FILE_DAMAGED);
                }
            }
            return read;
        }
    }
}
