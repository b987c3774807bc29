package org.xinheng.kernel.item;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.xinheng.kernel.pack.FieldRole;
import org.xinheng.kernel.pack.FieldType;
import org.xinheng.kernel.pack.ItemKind;

class CatalogueTest {

    @Test
    void holdsTheSevenItemsOfTheContract() {
        assertThat(Catalogue.ITEMS.keySet())
                .containsExactlyInAnyOrder(
                        "administrative-licence",
                        "administrative-penalty",
                        "incentive-list-entry",
                        "serious-list-entry",
                        "honour",
                        "credit-commitment",
                        "decision-revocation");
    }

    @Test
    void everyItemTellsSubjectDocumentDayAndAuthority() {
        assertThat(Catalogue.ITEMS.values()).allSatisfy(item -> {
            assertThat(item.field(FieldRole.SUBJECT_NAME)).isNotNull();
            assertThat(item.field(FieldRole.SUBJECT_CATEGORY)).isNotNull();
            assertThat(item.field(FieldRole.SUBJECT_CREDIT_CODE)).isNotNull();
            assertThat(item.field(FieldRole.SUBJECT_ID_NUMBER)).isNotNull();
            assertThat(item.field(FieldRole.DOCUMENT_NUMBER)).isNotNull();
            assertThat(item.field(FieldRole.DECIDED_ON)).isNotNull();
            assertThat(item.field(FieldRole.AUTHORITY_CODE)).isNotNull();
        });
    }

    @Test
    void noPersonIsPublicByDefaultAndNoNumberIsEverOpen() {
        assertThat(Catalogue.ITEMS.values()).allSatisfy(item -> {
            assertThat(item.personsPublicBy()).isNull();
            assertThat(item.fields())
                    .filteredOn(field -> field.type() == FieldType.ID_NUMBER || field.type() == FieldType.ID_TYPE)
                    .isNotEmpty()
                    .noneMatch(field -> field.open());
        });
    }

    @Test
    void dualPublicityIsDueInSevenWorkingDays() {
        assertThat(Catalogue.item("administrative-penalty").reportingWorkingDays())
                .isEqualTo(7);
        assertThat(Catalogue.item("administrative-licence").reportingWorkingDays())
                .isEqualTo(7);
        assertThat(Catalogue.item("serious-list-entry").kind()).isEqualTo(ItemKind.LIST_ENTRY);
    }
}
