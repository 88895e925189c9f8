package io.vpclocal.resource.committed;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.MainClasses;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Query;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.ManagedType;
import jakarta.persistence.metamodel.PluralAttribute;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.jpa.repository.Modifying;

/** Entities that are changed by query are not read from memory. Derived from logic: memory does not notice the change. */
@EmulatorTest
class ChangedByQueryTest {

    private static final Pattern TARGET =
            Pattern.compile("(?is)\\s*(?:update|delete\\s+from|insert\\s+into)\\s+(\\w+)\\b.*");

    @Autowired
    private EntityManagerFactory entities;

    @Test
    void changesByQueryAreRead() {
        Set<String> changed = new TreeSet<>();
        Set<String> undeclared = new TreeSet<>();
        for (JavaMethod method : methods()) {
            EntityType<?> target = target(method);
            changed.add(target.getName());
            boolean declared = target.getJavaType().isAnnotationPresent(ChangedByQuery.class);
            if (!declared && (isStored(target.getJavaType()) || belongsToStored(target))) {
                undeclared.add(method.getFullName() + " changes " + target.getName());
            }
        }
        assertThat(changed).contains("MessageEntity", "LogStreamEntity");
        assertThat(undeclared).isEmpty();
    }

    /**
     * This test reads the queries of repositories only. The exceptions are classes whose tables are never in memory, and
     * reset and restore, which forget all rows in memory.
     */
    @Test
    void onlyRepositoriesChangeRowsByQuery() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.vpclocal.control.state..")
                .and()
                .doNotHaveSimpleName("SharedRevisions")
                .and()
                .doNotHaveSimpleName("UsageMeters")
                .and()
                .doNotHaveSimpleName("CaptureCapacities")
                .and()
                .doNotHaveSimpleName("EventStore")
                .should()
                .callMethod(Query.class, "executeUpdate")
                .check(MainClasses.ALL);
    }

    private static Set<JavaMethod> methods() {
        return MainClasses.ALL.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Modifying.class))
                .collect(java.util.stream.Collectors.toSet());
    }

    private EntityType<?> target(JavaMethod method) {
        String query = method.getAnnotationOfType(org.springframework.data.jpa.repository.Query.class)
                .value();
        Matcher target = TARGET.matcher(query);
        assertThat(target.matches()).as(query).isTrue();
        return entities.getMetamodel().getEntities().stream()
                .filter(entity -> entity.getName().equals(target.group(1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The query does not change a known entity: " + query));
    }

    private static boolean isStored(Class<?> type) {
        return StoredRow.class.isAssignableFrom(type);
    }

    /** Entities that memory keeps together with their owner. */
    private boolean belongsToStored(EntityType<?> target) {
        boolean refers = target.getAttributes().stream().anyMatch(attribute -> isStored(attribute.getJavaType()));
        return refers
                || entities.getMetamodel().getManagedTypes().stream()
                        .filter(type -> isStored(type.getJavaType()))
                        .flatMap(type -> attributes(type).stream())
                        .anyMatch(attribute -> typeOf(attribute).equals(target.getJavaType()));
    }

    private static Set<? extends Attribute<?, ?>> attributes(ManagedType<?> type) {
        return type.getAttributes();
    }

    private static Class<?> typeOf(Attribute<?, ?> attribute) {
        return attribute instanceof PluralAttribute<?, ?, ?> plural
                ? plural.getElementType().getJavaType()
                : attribute.getJavaType();
    }
}
