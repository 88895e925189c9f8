package io.vpclocal.start;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * What makes it quick to give a service what it needs. A repository is made when it is first used, not when the service
 * that has it is made; Spring Data's own lazy mode does so too, but not where bean definitions were worked out while
 * packaging. Any other component is first looked for under the name of the only bean that was declared as of its type:
 * asking each of a thousand beans for its type takes a tenth of the time that the services need to be made. Where they are
 * asked all the same, Spring keeps the answer, which otherwise it does only once the web server is made.
 */
@Component
final class LazyRepositories implements BeanFactoryPostProcessor {

    private static final String PARTS_OF_REPOSITORIES = "jpa.";

    /** Spring Data's own, beside Hibernate's: a repository is given it, and has it worked out, but never looks into it. */
    private static final String DESCRIPTION_OF_ENTITIES = "mappingContext";

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        DeclaredBeans declared = new DeclaredBeans();
        for (String name : beans.getBeanDefinitionNames()) {
            BeanDefinition definition = beans.getBeanDefinition(name);
            if (name.startsWith(PARTS_OF_REPOSITORIES)) {
                definition.setLazyInit(true);
            }
            definition.getPropertyValues().removePropertyValue(DESCRIPTION_OF_ENTITIES);
            declared.add(name, definition);
        }
        if (beans instanceof DefaultListableBeanFactory factory) {
            factory.setAutowireCandidateResolver(new Resolver(declared));
            factory.freezeConfiguration();
        }
    }

    /** Beans by the class they were declared as, and by the interfaces that it names. */
    private static final class DeclaredBeans {

        private static final String SEVERAL = "";

        private final Map<Class<?>, String> names = new HashMap<>();

        void add(String name, BeanDefinition definition) {
            if (definition instanceof AbstractBeanDefinition known && known.hasBeanClass()) {
                Class<?> type = known.getBeanClass();
                add(name, type);
                for (Class<?> its : type.getInterfaces()) {
                    add(name, its);
                }
            }
        }

        private void add(String name, Class<?> type) {
            names.merge(type, name, (one, other) -> SEVERAL);
        }

        /** The only one; otherwise one of the name that Spring gives to a component of that class, if there is one. */
        String nameFor(Class<?> type) {
            String only = names.getOrDefault(type, SEVERAL);
            return only.isEmpty() ? ClassUtils.getShortNameAsProperty(type) : only;
        }
    }

    private static final class Resolver extends ContextAnnotationAutowireCandidateResolver {

        private final DeclaredBeans declared;

        private Resolver(DeclaredBeans declared) {
            this.declared = declared;
        }

        @Override
        protected boolean isLazy(DependencyDescriptor dependency) {
            return Repository.class.isAssignableFrom(dependency.getDependencyType()) || super.isLazy(dependency);
        }

        /** A name that no bean of the type has does no harm: Spring goes on as if there were none. */
        @Override
        public @Nullable String getSuggestedName(DependencyDescriptor dependency) {
            String given = super.getSuggestedName(dependency);
            return given != null ? given : declared.nameFor(dependency.getDependencyType());
        }
    }
}
