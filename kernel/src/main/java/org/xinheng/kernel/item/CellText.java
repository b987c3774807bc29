package org.xinheng.kernel.item;

import javax.xml.stream.XMLStreamReader;

/** Text of one cell gathered from its runs ({@code t}), without what says how it is pronounced ({@code rPh}). */
final class CellText {

    /** No spreadsheet lets a cell hold more; what stands behind it is left out. */
    static final int LONGEST = 32_767;

    private final StringBuilder text = new StringBuilder();
    private boolean inText;
    private boolean inReading;

    void start(String element) {
        inReading |= element.equals("rPh");
        inText = element.equals("t") && !inReading;
    }

    void end(String element) {
        inReading &= !element.equals("rPh");
        inText = false;
    }

    void add(XMLStreamReader xml) {
        if (inText && text.length() < LONGEST) {
            text.append(xml.getText());
        }
    }

    /** What was gathered, beginning anew. */
    String take() {
        int end = Math.min(text.length(), LONGEST);
        var taken = text.substring(0, end);
        text.setLength(0);
        return taken;
    }
}
