package io.vpclocal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import io.vpclocal.testing.MainClasses;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * No member of a request is ignored in silence: the code reads it, or it is refused ({@link UnsupportedMembers}), or {@code
 * unread-members.tsv} says why it need not be read. A member counts as read if any class calls its getter. The
 * members of a structure that is stored as a whole are not looked at.
 */
class IgnoredMembersTest {

    /** A dry run is answered for every action at once. */
    private static final String DRY_RUN = "DryRun";

    private static final Set<String> CALLED = MainClasses.ALL.stream()
            .flatMap(from -> Stream.concat(
                    from.getMethodCallsFromSelf().stream().map(IgnoredMembersTest::name),
                    from.getMethodReferencesFromSelf().stream().map(IgnoredMembersTest::name)))
            .collect(Collectors.toUnmodifiableSet());

    @Test
    void everyMemberIsReadRefusedOrExplained() throws IOException {
        Map<String, String> explained = explained();
        Set<String> refused = UnsupportedMembers.all()
                .map(each -> each.action() + "\t" + each.path())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> known = new HashSet<>(refused);
        known.addAll(explained.keySet());
        Set<String> met = new HashSet<>();
        Set<String> ignored = new TreeSet<>();
        requests()
                .forEach((action, type) -> visit(type, action + "\t", new HashSet<>(), (member, read) -> {
                    if (known.contains(member)) {
                        met.add(member);
                        return false;
                    }
                    boolean inside = known.stream().anyMatch(each -> each.startsWith(member + "."));
                    if (!read && !inside) {
                        ignored.add(member);
                    }
                    return read || inside;
                }));
        assertThat(ignored).as("members that nothing reads").isEmpty();
        assertThat(met).as("listed members that the requests have").containsAll(known);
        assertThat(explained.keySet()).doesNotContainAnyElementsOf(refused);
        assertThat(explained.values()).noneMatch(String::isBlank);
    }

    /** Says whether to look at the members of a member. */
    private interface Visitor {
        boolean visit(String member, boolean read);
    }

    private static void visit(Class<?> type, String prefix, Set<Class<?>> above, Visitor visitor) {
        if (!above.add(type)) {
            return;
        }
        for (SdkField<?> field : fields(type)) {
            if (field.memberName().equals(DRY_RUN)) {
                continue;
            }
            Class<?> structure = structure(field);
            boolean inside = visitor.visit(prefix + field.memberName(), isRead(type, field.memberName()));
            if (inside && structure != null) {
                visit(structure, prefix + field.memberName() + ".", above, visitor);
            }
        }
        above.remove(type);
    }

    private static boolean isRead(Class<?> type, String member) {
        Set<String> getters = Stream.of("%s", "%sasstring", "%sasstrings", "has%s")
                .map(form -> form.formatted(member.toLowerCase(Locale.ROOT)))
                .collect(Collectors.toSet());
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getParameterCount() == 0)
                .map(Method::getName)
                .filter(name -> getters.contains(name.toLowerCase(Locale.ROOT)))
                .anyMatch(name -> CALLED.contains(type.getName() + "." + name));
    }

    private static @Nullable Class<?> structure(SdkField<?> field) {
        SdkField<?> inner = field;
        while (inner.marshallingType() == MarshallingType.LIST) {
            inner = inner.getTrait(ListTrait.class).memberFieldInfo();
        }
        return inner.marshallingType() == MarshallingType.SDK_POJO
                ? ((SdkBuilder<?, ?>) inner.constructor().get()).build().getClass()
                : null;
    }

    private static List<SdkField<?>> fields(Class<?> type) {
        try {
            Object builder = type.getMethod("builder").invoke(null);
            return ((SdkPojo) ((SdkBuilder<?, ?>) builder).build()).sdkFields();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type.getName(), e);
        }
    }

    /** The types of the requests of all actions, by the name of the action. */
    private static Map<String, Class<?>> requests() {
        Map<String, Class<?>> requests = new TreeMap<>();
        for (JavaClass controller : MainClasses.ALL) {
            for (JavaMethod method : controller.getMethods()) {
                if (method.isAnnotatedWith(AwsAction.class)) {
                    method.getRawParameterTypes().stream()
                            .filter(type -> type.getName().startsWith("software.amazon.awssdk.services."))
                            .forEach(type ->
                                    requests.put(type.getSimpleName().replaceAll("Request$", ""), type.reflect()));
                }
            }
        }
        assertThat(requests).hasSizeGreaterThan(400);
        return requests;
    }

    private static String name(JavaAccess<?> access) {
        return access.getTargetOwner().getName() + "." + access.getName();
    }

    private static Map<String, String> explained() throws IOException {
        try (var file = Objects.requireNonNull(IgnoredMembersTest.class.getResourceAsStream("unread-members.tsv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 3))
                    .collect(Collectors.toMap(row -> row[0] + "\t" + row[1], row -> row[2]));
        }
    }
}
