package org.xinheng.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Texts of pages come from the message files, in both languages, and nowhere else. */
class TemplatesTest {

    private static final Pattern UNSEEN = Pattern.compile("<!--.*?-->|<style>.*?</style>", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile(">([^<>]*\\p{L}[^<>]*)<");
    private static final Pattern SHOWN_ATTRIBUTE =
            Pattern.compile("\\s(title|alt|placeholder|aria-label)=\"([^\"]*\\p{L}[^\"]*)\"");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");
    private static final Pattern KEY = Pattern.compile("(?:#\\{|#messages\\.msg\\(')([a-z][\\w.-]*)");
    private static final Pattern KEY_BY_PREFIX = Pattern.compile("#\\{\\|([a-z][\\w.-]*)\\$\\{");
    private static final Pattern TAG = Pattern.compile("<[a-z][^<>]*?(?:\"[^\"]*\"[^<>\"]*)*>");
    private static final Pattern REPLACES = Pattern.compile("\\sth:(replace|insert)=");
    private static final Pattern FRAGMENT = Pattern.compile("\\sth:(replace|insert)=\"[^\"]*\"");
    private static final Pattern COMES_TOO_LATE = Pattern.compile("\\sth:(each|if|unless|with)=");

    static Stream<Resource> templates() throws IOException {
        return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:templates/**/*.html"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void holdsNoTextOfItsOwn(Resource template) throws IOException {
        var markup = markup(template);
        var found = new ArrayList<String>();
        TEXT.matcher(TAG.matcher(markup).replaceAll("<>"))
                .results()
                .map(match -> match.group(1).strip())
                .forEach(found::add);
        SHOWN_ATTRIBUTE.matcher(markup).results().map(match -> match.group(2)).forEach(found::add);
        HAN.matcher(markup).results().map(match -> match.group()).forEach(found::add);
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void asksOnlyForTextsThatExistInBothLanguages(Resource template) throws IOException {
        var markup = markup(template);
        for (var language : List.of("", "_en")) {
            var known = keys(language);
            assertThat(KEY.matcher(markup).results().map(match -> match.group(1)))
                    .as("keys in messages%s", language)
                    .allMatch(known::contains);
            assertThat(KEY_BY_PREFIX.matcher(markup).results().map(match -> match.group(1)))
                    .as("prefixes in messages%s", language)
                    .allMatch(prefix -> known.stream().anyMatch(key -> key.startsWith(prefix)));
        }
    }

    /** Thymeleaf replaces a tag before it looks at its conditions, and would forget them silently. */
    @ParameterizedTest
    @MethodSource("templates")
    void setsNoConditionOnATagThatIsReplaced(Resource template) throws IOException {
        assertThat(TAG.matcher(markup(template)).results().map(match -> match.group()))
                .noneMatch(tag -> REPLACES.matcher(tag).find()
                        && COMES_TOO_LATE.matcher(tag).find());
    }

    /** Thymeleaf refuses beans there, but only once the page is asked for. */
    @ParameterizedTest
    @MethodSource("templates")
    void asksNoBeanInTheArgumentsOfAFragment(Resource template) throws IOException {
        assertThat(FRAGMENT.matcher(markup(template)).results().map(match -> match.group()))
                .noneMatch(expression -> expression.contains("${@"));
    }

    @Test
    void everyTextStandsInBothLanguages() throws IOException {
        assertThat(keys("_en")).isEqualTo(keys("")).isNotEmpty();
    }

    private static String markup(Resource template) throws IOException {
        return UNSEEN.matcher(template.getContentAsString(StandardCharsets.UTF_8))
                .replaceAll("");
    }

    /** Keys of all modules; the language is the ending of the file's name, empty for Chinese. */
    private static Set<String> keys(String language) throws IOException {
        var keys = new TreeSet<String>();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
            var name = String.valueOf(file.getFilename());
            if (name.endsWith("_en.properties") != language.equals("_en")) {
                continue;
            }
            var texts = new Properties();
            try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                texts.load(reader);
            }
            keys.addAll(texts.stringPropertyNames());
        }
        return keys;
    }
}
