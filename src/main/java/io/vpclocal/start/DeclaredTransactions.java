package io.vpclocal.start;

import io.vpclocal.protocol.ApplicationClasses;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads {@link Transactional} only from classes that have the annotation. Searching every method of every bean takes a
 * twelfth of a start. {@link UnsupportedAnnotations} refuses an annotated method in a class without it.
 */
final class DeclaredTransactions extends AnnotationTransactionAttributeSource {

    DeclaredTransactions() {
        super(false);
    }

    @Override
    public boolean isCandidateClass(Class<?> type) {
        return ApplicationClasses.contain(type) && type.isAnnotationPresent(Transactional.class);
    }
}
