package org.xinheng.platform.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.item.CorrectionFile;
import org.xinheng.kernel.item.Finding;
import org.xinheng.kernel.item.FindingSeverity;
import org.xinheng.kernel.item.FindingsFile;
import org.xinheng.kernel.item.Rule;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.catalogue.Catalogue;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.FileId;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubmissionId;
import org.xinheng.platform.vault.EncryptedFiles;
import org.xinheng.platform.vault.Opened;
import org.xinheng.platform.vault.Vault;

/** What an agency asks about its own submissions; those of others are not there. */
@Component
public class Submissions {

    private static final int PAGE = 5_000;

    private static final String COLUMNS = """
            select s.*, c.moment from intake.submission s join audit.change c on c.id = s.change_id
            """;

    private final JdbcClient jdbc;
    private final EncryptedFiles files;
    private final Vault vault;
    private final Catalogue catalogue;

    Submissions(JdbcClient jdbc, EncryptedFiles files, Vault vault, Catalogue catalogue) {
        this.jdbc = jdbc;
        this.files = files;
        this.vault = vault;
        this.catalogue = catalogue;
    }

    /** Refuses with {@code SUBMISSION_NOT_FOUND} also what belongs to another agency. */
    public Submission get(SubmissionId id, Actor actor) {
        Permission.require(actor, Role.REPORTER);
        return jdbc.sql(COLUMNS + "where s.id = :id and s.agency = :agency")
                .param("id", id.value())
                .param("agency", actor.requiredAgency().value())
                .query(Submissions::row)
                .optional()
                .orElseThrow(() -> new CreditException(IntakeError.SUBMISSION_NOT_FOUND));
    }

    /** The agency's submissions, newest first; {@code before} is the last one of the page before. */
    public List<Submission> list(Actor actor, @Nullable SubmissionId before, int limit) {
        Permission.require(actor, Role.REPORTER);
        return jdbc.sql(COLUMNS + """
                        where s.agency = :agency and (:before::uuid is null or s.id < :before::uuid)
                        order by s.id desc limit :limit
                        """)
                .param("agency", actor.requiredAgency().value())
                .param("before", before == null ? null : before.value())
                .param("limit", limit)
                .query(Submissions::row)
                .list();
    }

    /** A finding with its place, for paging by {@code after}. */
    public record PlacedFinding(Finding finding, int number) {

        /** What {@code after} wants for the next page. */
        public String cursor() {
            return finding.line() + "-" + number;
        }
    }

    /** Findings of a submission by line. */
    public List<PlacedFinding> findings(Submission submission, @Nullable String after, int limit) {
        int line = 0;
        int number = 0;
        if (after != null && after.matches("\\d{1,9}-\\d{1,9}")) {
            line = Integer.parseInt(after.substring(0, after.indexOf('-')));
            number = Integer.parseInt(after.substring(after.indexOf('-') + 1));
        }
        return jdbc.sql("""
                        select line, number, field, rule, severity, value, message, english from intake.finding
                        where submission_id = :id and (line, number) > (:line, :number)
                        order by line, number limit :limit
                        """)
                .param("id", submission.id().value())
                .param("line", line)
                .param("number", number)
                .param("limit", limit)
                .query((row, _) -> new PlacedFinding(
                        new Finding(
                                row.getInt("line"),
                                row.getString("field"),
                                Rule.valueOf(row.getString("rule")),
                                FindingSeverity.valueOf(row.getString("severity")),
                                row.getString("value"),
                                row.getString("message"),
                                row.getString("english")),
                        row.getInt("number")))
                .list();
    }

    /** All findings as CSV; the stream is closed. */
    public void writeFindings(Submission submission, OutputStream out) throws IOException {
        try (var file = new FindingsFile(out)) {
            eachFinding(submission, file::write);
        }
    }

    /** Refuses with {@code FILE_DELETED}, saying when and why, when nothing is left to mend. */
    public void requireFile(Submission submission) {
        deletion(submission).ifPresent(gone -> {
            throw new CreditException(IntakeError.FILE_DELETED, gone.on(), gone.ground());
        });
    }

    /** When and why the file was deleted; empty where it is there. */
    public Optional<Opened.Deleted> deletion(Submission submission) {
        return vault.deletion(submission.file().value());
    }

    /** The refused rows with their reasons as XLSX, to mend and send again; the stream stays open. */
    public void writeCorrections(Submission submission, OutputStream out) throws IOException {
        CorrectionFile.write(
                out,
                () -> files.open(submission.file()),
                catalogue.item(submission.item()),
                submission.receivedOn(),
                new RefusedRows(submission));
    }

    /** The errors of each refused row, line by line, a page at a time: there can be more than memory holds. */
    private final class RefusedRows implements Iterator<List<Finding>> {

        private final Submission submission;
        private final Deque<Finding> read = new ArrayDeque<>();
        private @Nullable String after;
        private boolean ended;

        RefusedRows(Submission submission) {
            this.submission = submission;
        }

        @Override
        public boolean hasNext() {
            while (read.isEmpty() && !ended) {
                readPage();
            }
            return !read.isEmpty();
        }

        @Override
        public List<Finding> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            var row = new ArrayList<Finding>();
            int line = read.getFirst().line();
            while (hasNext() && read.getFirst().line() == line) {
                row.add(read.removeFirst());
            }
            return row;
        }

        private void readPage() {
            var page = findings(submission, after, PAGE);
            page.stream().map(PlacedFinding::finding).filter(Finding::isError).forEach(read::add);
            ended = page.size() < PAGE;
            after = ended ? null : page.getLast().cursor();
        }
    }

    private void eachFinding(Submission submission, Consumer<Finding> reader) {
        String after = null;
        while (true) {
            var page = findings(submission, after, PAGE);
            page.forEach(placed -> reader.accept(placed.finding()));
            if (page.size() < PAGE) {
                return;
            }
            after = page.getLast().cursor();
        }
    }

    private static Submission row(ResultSet row, int number) throws SQLException {
        var arguments = row.getArray("reason_arguments");
        return new Submission(
                new SubmissionId(row.getObject("id", UUID.class)),
                new AgencyId(row.getString("agency")),
                row.getString("sender_name"),
                new ItemId(row.getString("item_id")),
                new FileId(row.getObject("file_id", UUID.class)),
                row.getDate("received_on").toLocalDate(),
                row.getTimestamp("moment").toInstant(),
                SubmissionState.valueOf(row.getString("state")),
                row.getObject("total", Integer.class),
                row.getInt("accepted"),
                row.getInt("refused"),
                row.getInt("duplicates"),
                row.getInt("late"),
                row.getString("reason"),
                arguments == null ? List.of() : Arrays.asList((String[]) arguments.getArray()));
    }
}
