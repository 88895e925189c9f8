package io.vpclocal.start;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Component;

/**
 * Creates springdoc's beans at the first request for the OpenAPI document. springdoc creates them at the start, because some
 * of them only change others. Few runs need them.
 */
@Component
final class LazyApiDocument implements BeanFactoryPostProcessor {

    private static final String LIBRARY = "org.springdoc.";
    private static final String DOCUMENT = "openApiResource";

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        if (!beans.containsBeanDefinition(DOCUMENT)) {
            return;
        }
        String[] parts = Arrays.stream(beans.getBeanDefinitionNames())
                .filter(name -> !name.equals(DOCUMENT) && ofLibrary(beans.getBeanDefinition(name)))
                .toArray(String[]::new);
        for (String part : parts) {
            beans.getBeanDefinition(part).setLazyInit(true);
        }
        BeanDefinition document = beans.getBeanDefinition(DOCUMENT);
        document.setLazyInit(true);
        document.setDependsOn(parts);
    }

    /** @return whether the bean's class, or the class of its factory method, is part of springdoc */
    private static boolean ofLibrary(BeanDefinition bean) {
        Class<?> type = bean.getResolvableType().resolve();
        return type != null && type.getName().startsWith(LIBRARY)
                || startsWithLibrary(bean.getBeanClassName())
                || startsWithLibrary(bean.getFactoryBeanName());
    }

    private static boolean startsWithLibrary(@Nullable String name) {
        return name != null && name.startsWith(LIBRARY);
    }
}
