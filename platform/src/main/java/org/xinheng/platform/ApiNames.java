package org.xinheng.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/**
 * How records become schemas of the API: a record inside another bears both names, so that two of the same name stay two;
 * what may be null says so, and what may not is always there.
 */
@Configuration(proxyBeanMethods = false)
class ApiNames {

    @Bean
    ModelResolver modelResolver(ObjectMapperProvider mappers) {
        return new Records(mappers.jsonMapper());
    }

    private static final class Records extends ModelResolver {

        private final ObjectMapper mapper;

        Records(ObjectMapper mapper) {
            super(mapper, new Nested());
            openapi31(true);
            this.mapper = mapper;
        }

        @Override
        @SuppressWarnings("rawtypes")
        public @Nullable Schema resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> next) {
            var raw = mapper.constructType(type.getType()).getRawClass();
            if (raw == JsonNode.class) {
                return new JsonSchema().description("a text or an object");
            }
            var schema = super.resolve(type, context, next);
            if (raw.isRecord() && schema != null) {
                var reference = schema.get$ref();
                var model = reference == null
                        ? schema
                        : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
                if (model != null) {
                    complete(model, raw);
                }
            }
            return schema;
        }

        private static void complete(Schema<?> model, Class<?> type) {
            var properties = model.getProperties();
            if (properties == null) {
                return;
            }
            model.setRequired(Arrays.stream(type.getRecordComponents())
                    .filter(component -> !nullable(component))
                    .map(RecordComponent::getName)
                    .filter(properties::containsKey)
                    .toList());
            for (var component : type.getRecordComponents()) {
                Schema<?> property = properties.get(component.getName());
                if (property == null || !nullable(component)) {
                    continue;
                }
                if (property.get$ref() != null) {
                    Schema<Object> either = new JsonSchema();
                    either.setAnyOf(List.of(new JsonSchema().$ref(property.get$ref()), nothing()));
                    properties.put(component.getName(), either);
                } else if (property.getTypes() != null) {
                    property.addType("null");
                }
            }
        }

        private static Schema<Object> nothing() {
            Schema<Object> nothing = new JsonSchema();
            nothing.addType("null");
            return nothing;
        }

        private static boolean nullable(RecordComponent component) {
            return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        }
    }

    private static final class Nested extends TypeNameResolver {

        @Override
        protected String getNameOfClass(Class<?> type) {
            var outer = type.getEnclosingClass();
            return outer == null || outer.getSimpleName().endsWith("Api")
                    ? type.getSimpleName()
                    : getNameOfClass(outer) + type.getSimpleName();
        }
    }
}
