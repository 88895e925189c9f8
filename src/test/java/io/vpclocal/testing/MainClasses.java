package io.vpclocal.testing;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.vpclocal.VpcLocalApplication;

/** The emulator's compiled classes for tests of the architecture, read once per JVM because that takes seconds. */
public final class MainClasses {

    public static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackagesOf(VpcLocalApplication.class);

    private MainClasses() {}
}
