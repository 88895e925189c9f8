package io.vpclocal.logs.insights;

import io.vpclocal.logs.insights.value.Values;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

final class NumericFunctions {

    private static final double EARTH_RADIUS_KM = 6371.0088;

    private NumericFunctions() {}

    static void addTo(Functions functions) {
        unary(functions, "abs", Math::abs);
        unary(functions, "ceil", Math::ceil);
        unary(functions, "floor", Math::floor);
        unary(functions, "log", Math::log);
        unary(functions, "sqrt", Math::sqrt);
        unary(functions, "toNumber", value -> value);
        unary(functions, "toDouble", value -> value);
        unary(functions, "toInt", value -> (int) value);
        unary(functions, "toLong", value -> (long) value);
        functions.add("round", 1, 2, (row, a) -> round(Values.number(a[0]), a.length == 1 ? 0 : Values.number(a[1])));
        functions.add("greatest", 1, Functions.ANY_NUMBER, (row, a) -> fold(a, Math::max));
        functions.add("least", 1, Functions.ANY_NUMBER, (row, a) -> fold(a, Math::min));
        functions.add("haversine", 4, 4, (row, a) -> haversine(a));
    }

    private static void unary(Functions functions, String name, DoubleUnaryOperator operator) {
        functions.add(name, 1, 1, (row, a) -> {
            double value = Values.number(a[0]);
            return Double.isNaN(value) ? null : Values.orNull(operator.applyAsDouble(value));
        });
    }

    private static @Nullable Object round(double value, double places) {
        if (Double.isNaN(value) || Double.isInfinite(value) || Double.isNaN(places) || Math.abs(places) > 100) {
            return null;
        }
        return BigDecimal.valueOf(value)
                .setScale((int) places, RoundingMode.HALF_UP)
                .doubleValue();
    }

    private static @Nullable Object fold(@Nullable Object[] values, DoubleBinaryOperator operator) {
        double result = Values.number(values[0]);
        for (int i = 1; i < values.length; i++) {
            result = operator.applyAsDouble(result, Values.number(values[i]));
        }
        return Values.orNull(result);
    }

    private static @Nullable Object haversine(@Nullable Object[] values) {
        double latitude1 = Math.toRadians(Values.number(values[0]));
        double latitude2 = Math.toRadians(Values.number(values[2]));
        double longitudes = Math.toRadians(Values.number(values[3]) - Values.number(values[1]));
        double a = Math.pow(Math.sin((latitude2 - latitude1) / 2), 2)
                + Math.cos(latitude1) * Math.cos(latitude2) * Math.pow(Math.sin(longitudes / 2), 2);
        return Values.orNull(2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(a))));
    }
}
