package io.vpclocal.start;

import io.vpclocal.protocol.ApplicationClasses;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks for transactions only in classes that say at their head that they have them. To look at every method of every bean
 * would be a twelfth of a start.
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
