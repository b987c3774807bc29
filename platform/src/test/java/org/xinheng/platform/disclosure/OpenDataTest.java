package org.xinheng.platform.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.Synthetic;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PlatformTest
class OpenDataTest {

    private static final String OPEN_DATA = "/api/v1/public/open-data";

    @Autowired
    Kept kept;

    @Autowired
    List<OpenDataset> datasets;

    @Autowired
    MockMvcTester http;

    @Autowired
    JsonMapper json;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void itIsTheFirstDay() {
        clock.set(SettableClock.START);
    }

    /** Promise 15: bulk of adverse entries goes to registered recipients alone. */
    @Test
    void noExposureForItsOwnSake() throws Exception {
        var firm = kept.organisation("云栖蓝湖试验有限公司");
        kept.penalty(firm, "云市监罚〔2026〕801号", true, Map.of());
        kept.listing(firm, Kept.SERIOUS, Kept.DECIDED);
        var person = kept.person(Synthetic.citizen(LocalDate.parse("1985-02-03"), 801), "甄公开");
        kept.listing(person, Kept.INCENTIVE, Kept.DECIDED);

        for (var dataset : datasets) {
            for (var form : List.of(".csv", ".json")) {
                assertThat(text(OPEN_DATA + "/" + dataset.id() + form))
                        .as(dataset.id() + form)
                        .doesNotContain(firm.code(), "云栖蓝湖试验有限公司", "云市监罚〔2026〕801号", "甄公开", "甄*");
            }
        }
        assertThat(http.get().uri("/api/v1/bulk/lists/market-regulation-serious"))
                .hasStatus(401);
    }

    @Test
    void organisationsOnIncentiveListsAreThereInBothForms() throws Exception {
        var firm = kept.organisation("云栖\"=红枫\"试验有限公司");
        kept.listing(firm, Kept.INCENTIVE, Kept.DECIDED);

        assertThat(text(OPEN_DATA + "/incentive-list-entries.csv"))
                .startsWith("\uFEFF\"code\",\"name\",")
                .contains("\"" + firm.code() + "\",\"云栖\"\"=红枫\"\"试验有限公司\",\"a-grade-taxpayers\"");
        var rows = read(OPEN_DATA + "/incentive-list-entries.json").at("/rows");
        assertThat(rows).anySatisfy(row -> {
            assertThat(row.at("/code").asString()).isEqualTo(firm.code());
            assertThat(row.at("/decidedOn").asString()).isEqualTo(Kept.DECIDED.toString());
        });
    }

    @Test
    void aSpreadsheetTakesNoTextForAFormula() throws Exception {
        var firm = kept.organisation("=HYPERLINK(云栖)");
        kept.listing(firm, Kept.INCENTIVE, Kept.DECIDED);

        assertThat(text(OPEN_DATA + "/incentive-list-entries.csv")).contains("\"'=HYPERLINK(云栖)\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"incentive-list-entries", "administrative-licences", "measures", "statistics"})
    void eachComesWithSchemaAndLicence(String dataset) throws Exception {
        var data = read(OPEN_DATA + "/" + dataset + ".json");
        var schema = read(data.at("/schema").asString());

        assertThat(data.at("/licence").asString()).isEqualTo("CC-BY-4.0");
        assertThat(data.at("/statement").asString()).isNotBlank();
        assertThat(schema.at("/fields"))
                .isNotEmpty()
                .allSatisfy(field -> assertThat(field.at("/title").asString()).isNotBlank());
        var names = schema.at("/fields")
                .valueStream()
                .map(field -> field.at("/name").asString())
                .toList();
        assertThat(data.at("/rows"))
                .allSatisfy(row -> assertThat(row.propertyNames()).containsExactlyElementsOf(names));
    }

    @Test
    void whoHasItAlreadyIsToldSo() {
        var answer = http.get().uri(OPEN_DATA + "/measures.csv").exchange();
        var tag = answer.getResponse().getHeader("ETag");

        assertThat(answer).hasHeader("Cache-Control", "public, max-age=600");
        assertThat(http.get().uri(OPEN_DATA + "/measures.csv").header("If-None-Match", String.valueOf(tag)))
                .hasStatus(304);
    }

    @Test
    void aDatasetThatIsNotThere() {
        assertThat(http.get().uri(OPEN_DATA + "/serious-list-entries.csv"))
                .hasStatus(404)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("DATASET_NOT_FOUND");
    }

    private JsonNode read(String address) throws Exception {
        return json.readTree(text(address));
    }

    private String text(String address) throws Exception {
        var answer = http.get().uri(address).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
