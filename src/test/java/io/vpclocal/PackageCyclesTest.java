package io.vpclocal;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.vpclocal.testing.MainClasses;
import org.junit.jupiter.api.Test;

/** Inside a module packages depend on each other one way, too. {@link ModularityTest} says the same of modules. */
class PackageCyclesTest {

    @Test
    void noPackagesDependOnEachOtherInACycle() {
        slices().assignedFrom(new PackagePerSlice()).should().beFreeOfCycles().check(MainClasses.ALL);
    }

    private static final class PackagePerSlice implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return SliceIdentifier.of(javaClass.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
