package io.vpclocal.database;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * What makes it quick to give a service what it needs. A repository is made when it is first used, not when the service
 * that has it is made; Spring Data's own lazy mode does so too, but not where bean definitions were worked out while
 * packaging. Any other component is first looked for under the name of its class, which is the name Spring gives it:
 * asking each of a thousand beans for its type takes a tenth of the time that the services need to be made. Where they are
 * asked all the same, Spring keeps the answer, which otherwise it does only once the web server is made.
 */
@Component
final class QuickInjection implements BeanFactoryPostProcessor {

    private static final String PARTS_OF_REPOSITORIES = "jpa.";

    /** Spring Data's own, beside Hibernate's: a repository is given it, and has it worked out, but never looks into it. */
    private static final String DESCRIPTION_OF_ENTITIES = "mappingContext";

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        if (beans instanceof DefaultListableBeanFactory factory) {
            factory.setAutowireCandidateResolver(new Resolver());
            factory.freezeConfiguration();
        }
        for (String name : beans.getBeanDefinitionNames()) {
            BeanDefinition definition = beans.getBeanDefinition(name);
            if (name.startsWith(PARTS_OF_REPOSITORIES)) {
                definition.setLazyInit(true);
            }
            definition.getPropertyValues().removePropertyValue(DESCRIPTION_OF_ENTITIES);
        }
    }

    private static final class Resolver extends ContextAnnotationAutowireCandidateResolver {

        @Override
        protected boolean isLazy(DependencyDescriptor dependency) {
            return Repository.class.isAssignableFrom(dependency.getDependencyType()) || super.isLazy(dependency);
        }

        /** A name that no bean of the type has does no harm: Spring goes on as if there were none. */
        @Override
        public @Nullable String getSuggestedName(DependencyDescriptor dependency) {
            String given = super.getSuggestedName(dependency);
            return given != null ? given : ClassUtils.getShortNameAsProperty(dependency.getDependencyType());
        }
    }
}
