package io.vpclocal.database;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Component;

/**
 * Makes a repository when it is first used, not when the service that has it is made. Spring Data's own lazy mode does so
 * too, but not where bean definitions were worked out while packaging.
 */
@Component
final class LateRepositories implements BeanFactoryPostProcessor {

    private static final String PARTS_OF_REPOSITORIES = "jpa.";

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        if (beans instanceof DefaultListableBeanFactory factory) {
            factory.setAutowireCandidateResolver(new RepositoriesLast());
        }
        for (String name : beans.getBeanDefinitionNames()) {
            if (name.startsWith(PARTS_OF_REPOSITORIES)) {
                beans.getBeanDefinition(name).setLazyInit(true);
            }
        }
    }

    private static final class RepositoriesLast extends ContextAnnotationAutowireCandidateResolver {

        @Override
        protected boolean isLazy(DependencyDescriptor dependency) {
            return Repository.class.isAssignableFrom(dependency.getDependencyType()) || super.isLazy(dependency);
        }
    }
}
