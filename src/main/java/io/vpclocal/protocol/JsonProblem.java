package io.vpclocal.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;

/** Describes an error in a JSON body with members and JSON types, without Java class names. */
public final class JsonProblem {

    private JsonProblem() {}

    public static String describe(JacksonException failure) {
        if (failure instanceof PropertyBindingException unknown) {
            return "'" + unknown.getPropertyName() + "' is not a known member. Use "
                    + members(unknown.getKnownPropertyIds()) + ".";
        }
        if (failure instanceof InvalidFormatException wrong) {
            return "The value '" + wrong.getValue() + "' of " + where(wrong) + " is not " + expected(wrong) + ".";
        }
        if (failure instanceof MismatchedInputException wrong) {
            return "The value of " + where(wrong) + " must be " + expected(wrong) + ".";
        }
        if (failure instanceof DatabindException) {
            return "The value of " + where(failure) + " is not valid.";
        }
        return malformed(failure);
    }

    /** The parser's own messages name its classes and settings. */
    private static String malformed(JacksonException failure) {
        if (failure instanceof UnexpectedEndOfInputException) {
            return "The JSON ends before it is complete.";
        }
        if (failure instanceof StreamConstraintsException) {
            return "The JSON is nested too deeply, or one of its values is too long.";
        }
        TokenStreamLocation place = failure.getLocation();
        return place == null || place.getLineNr() < 1
                ? "The JSON is not valid."
                : "The JSON is not valid at line " + place.getLineNr() + ", column " + place.getColumnNr() + ".";
    }

    private static String members(@Nullable Collection<Object> known) {
        return known == null || known.isEmpty()
                ? "an empty object"
                : known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String where(JacksonException failure) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : failure.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.isEmpty() ? "the whole body" : "'" + path + "'";
    }

    private static String expected(MismatchedInputException wrong) {
        Class<?> type = wrong.getTargetType();
        if (type == null) {
            return "of the documented type";
        } else if (type == Duration.class) {
            return "an ISO 8601 duration, such as PT1H";
        } else if (type == Instant.class) {
            return "an ISO 8601 time, such as 2026-01-31T12:00:00Z";
        } else if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        } else if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number in range";
        } else if (type.isEnum()) {
            return "one of the documented values";
        } else if (type == String.class) {
            return "a string";
        } else if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        return Map.class.isAssignableFrom(type) || type.isRecord() ? "an object" : "of the documented type";
    }
}
