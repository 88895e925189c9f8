package io.vpclocal.control;

import io.vpclocal.protocol.AwsException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Parameter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses query parameters that a resource below {@code /_vpclocal} does not have, and values that they cannot have. A
 * misspelt filter would otherwise return everything, and the reset of one account could become a reset of all.
 */
@Configuration(proxyBeanMethods = false)
class QueryParameters implements HandlerInterceptor, WebMvcConfigurer {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern FLAG = Pattern.compile("true|false", Pattern.CASE_INSENSITIVE);
    /** Calls without a caller are logged under this name. */
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}|anonymous");

    private static final String ACCOUNTS = "an account ID of 12 digits, or 'anonymous' in lists of calls";
    private static final Pattern REGION = Pattern.compile("[a-z]{2}(?:-[a-z]+)+-\\d{1,2}");

    /** Those of a signature. */
    private static final String SIGNATURE = "x-amz-";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/_vpclocal/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && !request.getMethod().equals(HttpMethod.OPTIONS.name())) {
            Map<String, Parameter> known = known(method);
            given(Objects.requireNonNullElse(request.getQueryString(), ""))
                    .forEach((name, values) -> check(name, values, known));
        }
        return true;
    }

    private static void check(String name, List<String> values, Map<String, Parameter> known) {
        if (name.toLowerCase(Locale.ROOT).startsWith(SIGNATURE)) {
            return;
        }
        Parameter parameter = known.get(name);
        if (parameter == null) {
            throw ControlErrors.unknownParameter(name, values.get(0), known.keySet());
        }
        if (values.size() > 1) {
            throw ControlErrors.repeatedParameter(name, values);
        }
        String problem = problem(name, values.get(0), parameter.getType());
        if (problem != null) {
            throw ControlErrors.wrongParameter(name, values.get(0), problem);
        }
    }

    /** What the value must be; null if it is that. */
    private static @Nullable String problem(String name, String value, Class<?> declared) {
        Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(declared);
        if (type == Integer.class) {
            return NUMBER.matcher(value).matches() ? null : "a number from 0 to 999999999";
        }
        if (type == Boolean.class) {
            return FLAG.matcher(value).matches() ? null : "true or false";
        }
        return switch (name) {
            case "account" -> ACCOUNT.matcher(value).matches() ? null : ACCOUNTS;
            case "region" -> REGION.matcher(value).matches() ? null : "the code of a Region, such as us-east-1";
            default -> value.isBlank() ? "a text that is not empty" : null;
        };
    }

    private static Map<String, Parameter> known(HandlerMethod method) {
        return Arrays.stream(method.getMethod().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
                .collect(Collectors.toMap(
                        Parameter::getName, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    /** The query string only. Reading parameters through the servlet API could read the body. */
    private static Map<String, List<String>> given(String query) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                given.computeIfAbsent(decoded(equals < 0 ? pair : pair.substring(0, equals)), name -> new ArrayList<>())
                        .add(equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return given;
    }

    /** @throws AwsException if a percent escape is broken */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ControlErrors.undecodableQuery();
        }
    }
}
