package org.xinheng.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.Role;

@PlatformTest
class ScopeTest {

    private static final AgencyId TAX = new AgencyId("tax");
    private static final AgencyId DISTRICT = new AgencyId("district-credit-office");

    @Autowired
    Packs packs;

    @Test
    void theCreditOfficeOfTheCityLooksIntoEverybodysWork() {
        var scope = scope("credit-office", Role.CREDIT_OFFICE);

        assertThat(scope.covers(TAX)).isTrue();
        assertThat(scope.parameter()).isNull();
    }

    @Test
    void anAuditorLooksIntoEverybodysWork() {
        assertThat(scope("auditor", Role.AUDITOR).covers(TAX)).isTrue();
    }

    @Test
    void theCreditOfficeOfADistrictLooksIntoThatDistrictAlone() {
        var scope = scope("district-credit-office", Role.CREDIT_OFFICE);

        assertThat(scope.covers(DISTRICT)).isTrue();
        assertThat(scope.covers(TAX)).isFalse();
        assertThat(scope.covers(AgencyId.CREDIT_OFFICE)).isFalse();
    }

    @Test
    void aDepartmentLooksIntoItsOwnWorkAndThatOfThoseBelowIt() {
        assertThat(scope("tax", Role.REPORTER).parameter()).containsExactly("tax");
        assertThat(scope("credit-office", Role.REPORTER).covers(DISTRICT)).isTrue();
    }

    @Test
    void whoTookOverTheDutiesOfOthersLooksIntoTheirWork() {
        assertThat(scope("market-regulator", Role.REPORTER).covers(new AgencyId("industry-commerce-2018")))
                .isTrue();
    }

    @Test
    void anAgencyThatThePacksDoNotKnowSeesItselfAlone() {
        assertThat(scope("unknown-office", Role.REPORTER).parameter()).containsExactly("unknown-office");
    }

    @Test
    void whoLeadsAFieldLooksIntoWhatEverybodyDoesInIt() {
        var scope = scope("court", Role.DETERMINER);

        assertThat(scope.covers(TAX, new ListId("judgment-defaulters"))).isTrue();
        assertThat(scope.covers(TAX, new ListId("serious-tax-violations"))).isFalse();
        assertThat(scope.listParameter()).contains("judgment-defaulters").doesNotContain("serious-tax-violations");
    }

    private Scope scope(String agency, Role role) {
        return Scope.of(Callers.officer("scope-officer", agency, role), packs.today());
    }
}
