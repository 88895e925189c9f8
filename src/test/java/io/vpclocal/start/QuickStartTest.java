package io.vpclocal.start;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import io.vpclocal.testing.MainClasses;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.annotation.Transactional;

/** What a start does not look for must not be there, for it would do nothing; and what makes it slow must not come back. */
class QuickStartTest {

    @Test
    void aMethodDeclaresATransactionOnlyWhereItsClassDoes() {
        methods()
                .that()
                .areAnnotatedWith(Transactional.class)
                .should()
                .beDeclaredInClassesThat()
                .areAnnotatedWith(Transactional.class)
                .check(MainClasses.ALL);
    }

    @Test
    void whoListensImplementsAnInterface() {
        noMethods().should().beAnnotatedWith(EventListener.class).check(MainClasses.ALL);
    }

    /** Hibernate loads and initializes whatever the methods of an entity take or return. */
    @Test
    void entitiesDoNotKnowTheWire() {
        noClasses()
                .that()
                .areAnnotatedWith(Entity.class)
                .or()
                .areAnnotatedWith(Embeddable.class)
                .or()
                .areAnnotatedWith(MappedSuperclass.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.awssdk..")
                .check(MainClasses.ALL);
    }
}
