package org.xinheng.platform;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.shared.Written;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * How a value of an address, a form or a call becomes an argument of a handler: by {@link Written}, and what is empty is not
 * given. What cannot be read is answered by {@link PageRefusals} and {@link ApiProblems}.
 */
@Configuration(proxyBeanMethods = false)
class WrittenValues implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, LocalDate.class, new Reader<>(Written::day));
        registry.addConverter(String.class, YearMonth.class, new Reader<>(Written::month));
        registry.addConverter(String.class, Year.class, new Reader<>(Written::year));
        registry.addConverter(String.class, BigDecimal.class, new Reader<>(Written::amount));
        registry.addConverter(new Ids());
    }

    private record Reader<T extends @Nullable Object>(Function<String, T> read) implements Converter<String, T> {

        @Override
        public T convert(String text) {
            return read.apply(text);
        }
    }

    /** The ids of {@code shared}, each a record of one value with a factory {@code of}. */
    private static final class Ids implements ConditionalGenericConverter {

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(String.class, Record.class));
        }

        @Override
        public boolean matches(TypeDescriptor source, TypeDescriptor target) {
            return target.getType().getPackage().equals(SubjectId.class.getPackage());
        }

        @Override
        public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
            var text = String.valueOf(source).strip();
            var factory = ReflectionUtils.findMethod(to.getType(), "of", String.class);
            if (factory == null) {
                throw new IllegalStateException(to.getType() + " has no factory");
            }
            return text.isEmpty() ? null : ReflectionUtils.invokeMethod(factory, null, text);
        }
    }

    @Bean
    JsonMapperBuilderCustomizer daysOfFourDigits() {
        return builder -> builder.addModule(new SimpleModule("written-days")
                .addDeserializer(LocalDate.class, new Json<>(LocalDate.class, Written::day))
                .addDeserializer(YearMonth.class, new Json<>(YearMonth.class, Written::month)));
    }

    private static final class Json<T> extends StdScalarDeserializer<T> {

        private final Function<String, @Nullable T> read;

        Json(Class<T> type, Function<String, @Nullable T> read) {
            super(type);
            this.read = read;
        }

        @Override
        public @Nullable T deserialize(JsonParser parser, DeserializationContext context) {
            var text = parser.getValueAsString();
            if (text == null) {
                return handledType(context.handleUnexpectedToken(getValueType(context), parser));
            }
            try {
                return read.apply(text);
            } catch (CreditException unreadable) {
                return handledType(context.handleWeirdStringValue(handledType(), "", "not readable"));
            }
        }

        @SuppressWarnings("unchecked")
        private @Nullable T handledType(@Nullable Object value) {
            return (T) value;
        }
    }
}
