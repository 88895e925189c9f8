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
 * Speeds up dependency injection.
 *
 * <p>Repositories are created at their first use and not with their services. Spring Data's lazy mode does the same, but not
 * for bean definitions that were computed at build time.
 *
 * <p>Other components are looked up by name first, if only one bean is declared with their type. Without a name Spring asks
 * each of a thousand beans for its type, which takes a tenth of the time for creating the services. If Spring has to ask,
 * the frozen configuration makes it cache the answers; by default it does so only after the web server is created.
 */
@Component
final class LazyRepositories implements BeanFactoryPostProcessor {

    private static final String PARTS_OF_REPOSITORIES = "jpa.";

    /** Spring Data's description of the entities. Repositories compute it and never use it. Hibernate has its own. */
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

    /** Names of beans by their declared class, and by the interfaces of that class. */
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

        /** The name of the only bean of a type. For several or none, the name that Spring gives to a component of that class. */
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

        /** Spring ignores a name that no bean of the type has. */
        @Override
        public @Nullable String getSuggestedName(DependencyDescriptor dependency) {
            String given = super.getSuggestedName(dependency);
            return given != null ? given : declared.nameFor(dependency.getDependencyType());
        }
    }
}
