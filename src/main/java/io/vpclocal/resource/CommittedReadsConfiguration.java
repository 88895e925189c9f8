package io.vpclocal.resource;

import io.vpclocal.resource.committed.CommittedState;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.repository.core.RepositoryInformation;
import org.springframework.data.repository.core.support.RepositoryFactoryBeanSupport;

/** Adds {@link CommittedReads} to every {@link ResourceRepository}. */
@Configuration(proxyBeanMethods = false)
class CommittedReadsConfiguration {

    @Bean
    static BeanPostProcessor committedReads(
            ObjectProvider<CommittedState> committed,
            ObjectProvider<FairLocks> locks,
            ObjectProvider<TransactionRows> transaction) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof RepositoryFactoryBeanSupport<?, ?, ?> repository) {
                    repository.addRepositoryFactoryCustomizer(factory -> factory.addRepositoryProxyPostProcessor(
                            (proxy, information) -> advise(proxy, information, committed, locks, transaction)));
                }
                return bean;
            }
        };
    }

    private static void advise(
            ProxyFactory proxy,
            RepositoryInformation repository,
            ObjectProvider<CommittedState> committed,
            ObjectProvider<FairLocks> locks,
            ObjectProvider<TransactionRows> transaction) {
        if (ResourceRepository.class.isAssignableFrom(repository.getRepositoryInterface())) {
            Class<? extends ResourceEntity> type = repository.getDomainType().asSubclass(ResourceEntity.class);
            proxy.addAdvice(0, new CommittedReads<>(type, committed, locks, transaction));
        }
    }
}
