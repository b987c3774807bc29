package org.xinheng.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.SubjectId;

@PlatformTest
class VaultTest {

    private static final Actor TESTER = Actor.platform("test");

    @Autowired
    Vault vault;

    @Autowired
    Changes changes;

    @Autowired
    IdGenerator ids;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void severalValuesOfOneOwnerOpenEachWithItsOwnContent() {
        var known = ids.next();
        var fresh = ids.next();
        var before = vault.seal(known, bytes("before"));

        var sealed = vault.sealAll(List.of(owned(fresh, "one"), owned(known, "two"), owned(fresh, "three")));

        assertThat(opened(fresh, sealed.get(0))).isEqualTo("one");
        assertThat(opened(known, sealed.get(1))).isEqualTo("two");
        assertThat(opened(fresh, sealed.get(2))).isEqualTo("three");
        assertThat(opened(known, before)).isEqualTo("before");
    }

    @Test
    void aSealedValueOpensForItsOwnerAlone() {
        var one = ids.next();
        var other = ids.next();
        var sealed = vault.sealAll(List.of(owned(one, "one"), owned(other, "other")));

        assertThatThrownBy(() -> vault.open(other, sealed.getFirst())).isInstanceOf(IllegalStateException.class);
    }

    /** Promise 13: what was deleted is not brought back by a later value. */
    @Test
    void nothingIsSealedForAnOwnerWhoWasDeleted() {
        var gone = ids.next();
        var sealed = vault.seal(gone, bytes("gone"));
        transaction.executeWithoutResult(_ -> {
            var change = changes.open(TESTER);
            vault.shred(gone, "依法删除（试验）", LocalDate.parse("2026-11-23"), TESTER, change.id());
            change.publish(new Gone(gone));
        });

        assertThatThrownBy(() -> vault.sealAll(List.of(owned(ids.next(), "stays"), owned(gone, "again"))))
                .isInstanceOfSatisfying(
                        CreditException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(VaultError.ALREADY_DELETED));
        assertThat(vault.open(gone, sealed)).isInstanceOf(Opened.Deleted.class);
    }

    @Test
    void theSameIdentifierHasOneHashForEachPurpose() {
        assertThat(vault.hash("person", "320499")).isEqualTo(vault.hash("person", "320499"));
        assertThat(vault.hash("person", "320499")).isNotEqualTo(vault.hash("document", "320499"));
    }

    record Gone(UUID owner) implements Fact {

        @Override
        public @Nullable SubjectId subject() {
            return null;
        }

        @Override
        public UUID reference() {
            return owner;
        }
    }

    private static Vault.Owned owned(UUID owner, String text) {
        return new Vault.Owned(owner, bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String opened(UUID owner, byte[] sealed) {
        return vault.open(owner, sealed) instanceof Opened.Clear clear ? clear.text() : "deleted";
    }
}
