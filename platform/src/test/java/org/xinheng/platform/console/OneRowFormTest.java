package org.xinheng.platform.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xinheng.kernel.pack.Field;
import org.xinheng.kernel.pack.FieldRole;
import org.xinheng.kernel.pack.Item;
import org.xinheng.kernel.pack.Requirement;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.Synthetic;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Role;

/** Every item of the catalogue can be typed, corrected and taken back at a form. */
@PlatformTest
class OneRowFormTest {

    private static final String DECIDED = "2026-11-18";

    @Autowired
    MockMvcTester http;

    @Autowired
    Callers callers;

    @Autowired
    Packs packs;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void setClock() {
        clock.set(SettableClock.START);
    }

    @ParameterizedTest
    @CsvSource({
        "administrative-penalty, market-regulator, 9301",
        "administrative-licence, market-regulator, 9302",
        "honour, market-regulator, 9303",
        "credit-commitment, market-regulator, 9304",
        "serious-list-entry, court, 9305",
        "incentive-list-entry, customs, 9306"
    })
    void aRowOfAnyItemTypedIntoItsFormIsTakenIn(String itemId, String agency, int number) {
        var item = item(itemId);
        var clerk = clerk(agency);
        assertThat(http.get().uri("/console/submissions/new?item=" + itemId).with(clerk))
                .hasStatusOk()
                .bodyText()
                .contains("name=\"f." + field(item, FieldRole.SUBJECT_NAME).id() + "\"")
                .doesNotContain("??");

        assertThat(finished(send(item, clerk, values(item, agency, number)), clerk))
                .contains("已收入");
    }

    @Test
    void aRevocationTakesOverWhatItRevokesAndAnnulsIt() throws Exception {
        var penalty = item("administrative-penalty");
        var clerk = clerk("market-regulator");
        finished(send(penalty, clerk, values(penalty, "market-regulator", 9307)), clerk);
        var record = record("常市监文字〔2026〕9307号", clerk);
        var revocation = item("decision-revocation");

        assertThat(http.get()
                        .uri("/console/submissions/new?item=decision-revocation&revokes=" + record)
                        .with(clerk))
                .hasStatusOk()
                .bodyText()
                .contains("常市监文字〔2026〕9307号", Synthetic.organisation(9307));
        var values = values(revocation, "market-regulator", 9308);
        values.put(field(revocation, FieldRole.SUBJECT_CREDIT_CODE).id(), Synthetic.organisation(9307));
        values.put(field(revocation, FieldRole.REVOKED_DOCUMENT_NUMBER).id(), "常市监文字〔2026〕9307号");

        assertThat(finished(send(revocation, clerk, values), clerk)).contains("已收入");
        assertThat(http.get().uri("/console/records/" + record).with(clerk))
                .bodyText()
                .contains("已撤销");
    }

    @Test
    void aRecordIsCorrectedAtTheFormAndTakenBackByTwo() throws Exception {
        var penalty = item("administrative-penalty");
        var clerk = clerk("market-regulator");
        var values = values(penalty, "market-regulator", 9309);
        finished(send(penalty, clerk, values), clerk);
        var record = record("常市监文字〔2026〕9309号", clerk);
        var page = "/console/records/" + record;
        assertThat(http.get().uri(page + "/correction").with(clerk))
                .hasStatusOk()
                .bodyText()
                .contains("name=\"ground\"", "disabled", "常市监文字〔2026〕9309号")
                .doesNotContain("??");
        assertThat(correction(page, clerk, values, ""))
                .hasStatus(422)
                .bodyText()
                .contains("请写明原因");
        values.put(field(penalty, FieldRole.REASON).id(), "改正后的事实");

        var sent = correction(page, clerk, values, "事实写错");
        assertThat(finished(sent, clerk)).contains("已收入");
        assertThat(http.get().uri(page).with(clerk)).bodyText().contains("改正后的事实", "事实写错");

        var decider = callers.signedIn("one-row-decider", "market-regulator", Role.DECIDER);
        assertThat(http.post()
                        .uri(page + "/withdrawal")
                        .with(clerk)
                        .with(csrf())
                        .param("cause", "WRONG_KEY")
                        .param("ground", "文号写错")
                        .exchange())
                .hasRedirectedUrl(page);
        assertThat(http.get().uri(page).with(clerk))
                .bodyText()
                .contains("已申请撤回")
                .doesNotContain("同意撤回");
        assertThat(http.get().uri("/console/inbox").with(decider)).bodyText().contains(page);
        assertThat(http.get().uri(page).with(decider)).bodyText().contains("同意撤回", "文号写错");
        assertThat(http.post()
                        .uri(page + "/withdrawal/decision")
                        .with(decider)
                        .with(csrf())
                        .param("approved", "true")
                        .exchange())
                .hasRedirectedUrl(page);
        assertThat(http.get().uri(page).with(clerk)).bodyText().contains("已撤回").doesNotContain("/correction");
    }

    private MvcTestResult correction(
            String page, RequestPostProcessor clerk, Map<String, String> values, String ground) {
        var request = http.post()
                .uri(page + "/correction")
                .with(clerk)
                .with(csrf())
                .param("key", page + ground)
                .param("ground", ground);
        values.forEach((id, value) -> request.param("f." + id, value));
        return request.exchange();
    }

    private String record(String documentNumber, RequestPostProcessor clerk) throws Exception {
        var list = http.get()
                .uri("/console/records")
                .param("document", documentNumber)
                .with(clerk)
                .exchange()
                .getResponse()
                .getContentAsString();
        var found = Pattern.compile("/console/records/([0-9a-f-]{36})").matcher(list);
        assertThat(found.find()).as(list).isTrue();
        return found.group(1);
    }

    private MvcTestResult send(Item item, RequestPostProcessor clerk, Map<String, String> values) {
        var request = http.post()
                .uri("/console/submissions/new")
                .with(clerk)
                .with(csrf())
                .param("item", item.id())
                .param("key", item.id() + values.hashCode());
        values.forEach((id, value) -> request.param("f." + id, value));
        return request.exchange();
    }

    /** The submission's page once its work is done. */
    private String finished(MvcTestResult sent, RequestPostProcessor clerk) {
        assertThat(sent).hasStatus3xxRedirection();
        var page = String.valueOf(sent.getResponse().getRedirectedUrl());
        for (int i = 0; i < 600; i++) {
            var progress = http.get().uri(page + "/progress").with(clerk).exchange();
            if (progress.getResponse().getHeader("HX-Refresh") != null) {
                try {
                    return http.get()
                            .uri(page)
                            .with(clerk)
                            .exchange()
                            .getResponse()
                            .getContentAsString();
                } catch (UnsupportedEncodingException e) {
                    throw new IllegalStateException(e);
                }
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("still at work");
    }

    private RequestPostProcessor clerk(String agency) {
        return callers.signedIn("one-row-" + agency, agency, Role.REPORTER);
    }

    private Item item(String id) {
        return Objects.requireNonNull(packs.today().items().get(id));
    }

    private static Field field(Item item, FieldRole role) {
        return Objects.requireNonNull(item.field(role));
    }

    /** A right row about an organisation, whatever the item asks. */
    private Map<String, String> values(Item item, String agency, int number) {
        var name = Objects.requireNonNull(packs.today().agencies().get(agency))
                .label()
                .zh();
        var values = new LinkedHashMap<String, String>();
        for (var field : item.fields()) {
            if (field.required() != Requirement.NEVER && field.required() != Requirement.FOR_PERSONS) {
                values.put(field.id(), value(item, field, name, number));
            }
        }
        return values;
    }

    private String value(Item item, Field field, String agency, int number) {
        var role = field.role();
        if (role != null) {
            switch (role) {
                case SUBJECT_NAME -> {
                    return "天蚕七四三单行" + number + "有限公司";
                }
                case SUBJECT_CATEGORY -> {
                    return "法人及非法人组织";
                }
                case SUBJECT_CREDIT_CODE -> {
                    return Synthetic.organisation(number);
                }
                case LEGAL_REPRESENTATIVE -> {
                    return "林小满";
                }
                case DOCUMENT_NUMBER, REVOKED_DOCUMENT_NUMBER -> {
                    return "常市监文字〔2026〕" + number + "号";
                }
                case VALID_UNTIL, PUBLIC_UNTIL -> {
                    return "2027-11-18";
                }
                case AUTHORITY_NAME, SOURCE_NAME -> {
                    return agency;
                }
                case LIST -> {
                    return item.id().startsWith("serious") ? "失信被执行人名单" : "海关高级认证企业";
                }
                default -> {
                    // By its type.
                }
            }
        }
        return switch (field.type()) {
            case DATE -> DECIDED;
            case CHOICE, CHOICES -> field.values().getFirst();
            case CREDIT_CODE -> Synthetic.publicBody(1);
            case PERSON_NAME -> "林小满";
            case AMOUNT_TEN_THOUSAND -> "0.2";
            default -> "按规定填写";
        };
    }
}
