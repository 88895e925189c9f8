package io.vpclocal.testkit;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fills fields of test classes that are not final, have no annotation of another library, and are null or were filled
 * here before.
 */
final class Fields {

    private static final Set<Class<? extends Annotation>> OWN = Set.of(Account.class, AsUser.class, From.class);

    private Fields() {}

    /** The injected values, by identity. */
    static final class Given {

        private final Set<Object> values =
                Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** Whether a field or parameter has no annotation of another library. */
    static boolean free(AnnotatedElement target) {
        return Arrays.stream(target.getAnnotations()).allMatch(annotation -> OWN.contains(annotation.annotationType()));
    }

    static boolean anyStatic(ExtensionContext context, Plan plan) {
        return !of(context.getRequiredTestClass(), true, plan).isEmpty();
    }

    static void injectStatic(ExtensionContext context, Plan plan, Session session, Given given) {
        for (Field field : of(context.getRequiredTestClass(), true, plan)) {
            fill(field, null, session, given);
        }
    }

    /** Fills the fields of enclosing instances too. */
    static void inject(ExtensionContext context, Plan plan, Session session, Given given) {
        for (Object instance : context.getRequiredTestInstances().getAllInstances()) {
            for (Field field : of(instance.getClass(), false, plan)) {
                fill(field, instance, session, given);
            }
        }
    }

    private static List<Field> of(Class<?> testClass, boolean ofClass, Plan plan) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> at = testClass; at != null && at != Object.class; at = at.getSuperclass()) {
            Arrays.stream(at.getDeclaredFields())
                    .filter(field -> Modifier.isStatic(field.getModifiers()) == ofClass)
                    .filter(field -> !Modifier.isFinal(field.getModifiers()) && !field.isSynthetic())
                    .filter(Fields::free)
                    .filter(field -> Session.gives(field.getType(), plan))
                    .forEach(fields::add);
        }
        return fields;
    }

    private static void fill(Field field, @Nullable Object instance, Session session, Given given) {
        try {
            field.setAccessible(true);
            Object before = field.get(instance);
            if (before == null || given.values.contains(before)) {
                Object value = session.give(field.getType(), field);
                given.values.add(value);
                field.set(instance, value);
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Cannot set " + field, e);
        }
    }
}
