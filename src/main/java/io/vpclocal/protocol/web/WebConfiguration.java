package io.vpclocal.protocol.web;

import io.vpclocal.protocol.IndentedJson;
import io.vpclocal.protocol.dispatch.Dispatcher;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** The Spring MVC configuration. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private final JsonMapper json;

    WebConfiguration(JsonMapper json) {
        this.json = json;
    }

    /** Created at startup, because every call uses it. */
    @Bean
    @Lazy(false)
    static WireServlet wireServlet(Dispatcher dispatcher, ProtocolProperties properties) {
        return new WireServlet(dispatcher, properties);
    }

    @Bean
    static JsonMapperBuilderCustomizer indentedAnswers() {
        return IndentedJson::indent;
    }

    /** Only the root path. Spring MVC serves all other paths. */
    @Bean
    static ServletRegistrationBean<WireServlet> rootPath(WireServlet servlet) {
        ServletRegistrationBean<WireServlet> registration = new ServletRegistrationBean<>(servlet, "");
        registration.setLoadOnStartup(1);
        return registration;
    }

    /** Bytes, text, files and JSON only. Spring would otherwise add a converter for every format on the class path. */
    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters
                .disableDefaults()
                .addCustomConverter(new ByteArrayHttpMessageConverter())
                .addCustomConverter(new StringHttpMessageConverter(StandardCharsets.UTF_8))
                .addCustomConverter(new ResourceHttpMessageConverter())
                .addCustomConverter(new LineOfJson(json))
                .addCustomConverter(new PlainTextConverter());
    }

    /** No validator, since requests are checked by AWS's rules. Spring would otherwise start Bean Validation. */
    @Override
    public Validator getValidator() {
        return new Validator() {
            @Override
            public boolean supports(Class<?> type) {
                return false;
            }

            @Override
            public void validate(Object target, Errors errors) {
                throw new IllegalStateException("This validator supports no class");
            }
        };
    }

    /** Ends responses with a line feed, so that a shell prompt starts on a new line. */
    private static final class LineOfJson extends JacksonJsonHttpMessageConverter {

        private LineOfJson(JsonMapper json) {
            super(json);
        }

        @Override
        protected void writeSuffix(JsonGenerator generator, Object answer) {
            generator.writeRaw('\n');
        }
    }
}
