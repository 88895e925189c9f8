package io.vpclocal.database;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.vpclocal.VpcLocalApplication;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.annotation.Transactional;

/** A transaction that only a method declares would never be begun. */
class DeclaredTransactionsTest {

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackagesOf(VpcLocalApplication.class);

    @Test
    void aMethodDeclaresATransactionOnlyWhereItsClassDoes() {
        methods()
                .that()
                .areAnnotatedWith(Transactional.class)
                .should()
                .beDeclaredInClassesThat()
                .areAnnotatedWith(Transactional.class)
                .check(classes);
    }
}
