package org.xinheng.platform.intake;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.calendar.WorkingCalendar;
import org.xinheng.kernel.item.CheckedRow;
import org.xinheng.kernel.item.CollectionLimits;
import org.xinheng.kernel.item.Content;
import org.xinheng.kernel.item.FileCheck;
import org.xinheng.kernel.item.FileError;
import org.xinheng.kernel.item.Finding;
import org.xinheng.kernel.item.FindingSeverity;
import org.xinheng.kernel.item.Rule;
import org.xinheng.kernel.item.TableFile;
import org.xinheng.kernel.pack.Item;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.platform.audit.AsOf;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.catalogue.Catalogue;
import org.xinheng.platform.listing.ReceiveListings;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.vault.EncryptedFiles;

/**
 * Works through one submission: reads the file once to see that it can be read to its end, then checks its rows and
 * takes them in chunk by chunk. A chunk that is in stays in; whoever continues begins after it.
 */
@Component
class CheckSubmission {

    static final int CHUNK = 5_000;
    /** Refused rows whose findings are listed; those of a file that is wrong throughout would fill the disk. */
    static final int LISTED = 200_000;

    private static final WorkingCalendar CALENDAR = WorkingCalendar.published();

    private final EncryptedFiles files;
    private final Packs packs;
    private final Catalogue catalogue;
    private final Order order;
    private final SubmissionDesk desk;
    private final TakeRows takeRows;
    private final DeleteFile deleteFile;
    private final ReceiveListings listings;

    CheckSubmission(
            EncryptedFiles files,
            Packs packs,
            Catalogue catalogue,
            Order order,
            SubmissionDesk desk,
            TakeRows takeRows,
            DeleteFile deleteFile,
            ReceiveListings listings) {
        this.files = files;
        this.packs = packs;
        this.catalogue = catalogue;
        this.order = order;
        this.desk = desk;
        this.takeRows = takeRows;
        this.deleteFile = deleteFile;
        this.listings = listings;
    }

    void run(Held held) {
        // The rules of the day of receipt, also when the work goes on the day after.
        var rules = packs.inForce(new AsOf(held.receivedOn(), order.head().moment()));
        var item = catalogue.item(held.item(), rules);
        Content content = () -> files.open(held.file());
        if (held.cursorLine() == 0 && !isReadable(held, item, content)) {
            return;
        }
        var pass = new Pass(held, rules, item);
        FileCheck.check(content, item, CALENDAR, held.receivedOn(), pass::row);
        pass.end();
    }

    private boolean isReadable(Held held, Item item, Content content) {
        try {
            var rows = new int[] {0};
            var columns = new TableFile(content, item).read(_ -> rows[0]++);
            var forbidden = CollectionLimits.forbiddenTitle(columns.titles());
            if (forbidden.isPresent()) {
                deleteFile.refuse(held, forbidden.get());
                return false;
            }
            if (rows[0] == 0) {
                desk.reject(held, FileError.FILE_EMPTY.name(), List.of());
                return false;
            }
            desk.total(held, rows[0]);
            return true;
        } catch (CreditException refusal) {
            if (!(refusal.code() instanceof FileError error)) {
                throw refusal;
            }
            desk.reject(held, error.name(), refusal.arguments());
            return false;
        }
    }

    /** One way through the file. */
    private final class Pass {

        private final Held held;
        private final Pack rules;
        private final Item item;
        private final RowPlacing placing;
        private final BitSet refusedLines;
        private int listed;
        private final List<PlacedRow> placed = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();
        private int refused;
        private int duplicates;
        private int count;
        private int from;
        private int line;
        private boolean lost;

        Pass(Held held, Pack rules, Item item) {
            this.held = held;
            this.rules = rules;
            this.item = item;
            this.placing = new RowPlacing(rules, item, held.sender(), listings);
            this.refusedLines = desk.refusedLines(held.id());
            this.listed = refusedLines.cardinality();
            this.from = held.cursorLine();
        }

        void row(CheckedRow row) {
            if (lost || row.line() <= held.cursorLine()) {
                return;
            }
            line = row.line();
            switch (row) {
                case CheckedRow.Accepted accepted -> place(accepted);
                case CheckedRow.Refused no -> refuse(no);
                case CheckedRow.Duplicate again -> repeat(again);
            }
            if (++count == CHUNK) {
                commit();
            }
        }

        private void place(CheckedRow.Accepted row) {
            switch (placing.place(row)) {
                case RowPlacing.Outcome.Placed found -> placed.add(found.row());
                case RowPlacing.Outcome.Refused no -> refuse(no.row());
            }
        }

        private void refuse(CheckedRow.Refused row) {
            refused++;
            refusedLines.set(row.line());
            if (listed < LISTED) {
                listed++;
                findings.addAll(row.findings());
            } else if (listed == LISTED) {
                listed++;
                findings.add(
                        new Finding(
                                row.line(),
                                "",
                                Rule.LENGTH,
                                FindingSeverity.ERROR,
                                "",
                                "退回的行太多，从这一行起不再逐行列出原因，请先改好前面的问题再报送。",
                                "Too many rows are refused: from this line on the reasons are not listed. Mend the earlier ones first."));
            }
        }

        /** What repeats a refused row is refused with it. */
        private void repeat(CheckedRow.Duplicate row) {
            if (!refusedLines.get(row.first())) {
                duplicates++;
                findings.addAll(row.findings());
                return;
            }
            refuse(new CheckedRow.Refused(
                    row.line(),
                    row.findings().stream()
                            .map(said -> new Finding(
                                    said.line(),
                                    said.field(),
                                    Rule.R8,
                                    FindingSeverity.ERROR,
                                    said.value(),
                                    "与第 " + row.first() + " 行重复，那一行已退回。",
                                    "The same as line " + row.first() + ", which was refused."))
                            .toList()));
        }

        private void commit() {
            var chunk = new TakeRows.Chunk(from, line, List.copyOf(placed), List.copyOf(findings), refused, duplicates);
            lost = !takeRows.take(held, rules, item, placing, chunk);
            from = line;
            placed.clear();
            findings.clear();
            refused = 0;
            duplicates = 0;
            count = 0;
        }

        void end() {
            if (!lost && count > 0) {
                commit();
            }
            if (!lost) {
                desk.finish(held, from);
            }
        }
    }
}
