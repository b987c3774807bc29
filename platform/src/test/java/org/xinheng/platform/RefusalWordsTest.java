package org.xinheng.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.ArrayList;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.xinheng.kernel.ErrorCode;

class RefusalWordsTest {

    @Test
    void everyRefusalHasWordsInBothLanguages() throws Exception {
        MessageSource messages = new WebMessages().messageSource();
        var missing = new ArrayList<String>();
        for (var type : new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("org.xinheng")) {
            if (!type.isEnum() || !type.isAssignableTo(ErrorCode.class)) {
                continue;
            }
            for (var constant : Class.forName(type.getName()).getEnumConstants()) {
                var key = "refusal." + ((ErrorCode) constant).name();
                var chinese = messages.getMessage(key, null, null, Locale.SIMPLIFIED_CHINESE);
                var english = messages.getMessage(key, null, null, Locale.ENGLISH);
                if (chinese == null || english == null || chinese.equals(english)) {
                    missing.add(key);
                }
            }
        }
        assertThat(missing).isEmpty();
    }
}
