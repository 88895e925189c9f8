package io.vpclocal.database;

import org.hibernate.resource.beans.container.spi.BeanContainer;
import org.hibernate.resource.beans.container.spi.ContainedBean;
import org.hibernate.resource.beans.spi.BeanInstanceProducer;

/**
 * Creates Hibernate's own objects without Spring. Hibernate starts in another thread, and Spring's container is locked while
 * its beans are created. If the main thread waited for Hibernate with that lock, and Hibernate for the lock, the
 * start would never end.
 */
final class PlainBeans implements BeanContainer {

    private record Plain<B>(B instance) implements ContainedBean<B> {

        @Override
        @SuppressWarnings("unchecked") // the class of an object of type B
        public Class<B> getBeanClass() {
            return (Class<B>) instance.getClass();
        }

        @Override
        public B getBeanInstance() {
            return instance;
        }
    }

    @Override
    public <B> ContainedBean<B> getBean(Class<B> type, LifecycleOptions options, BeanInstanceProducer producer) {
        return new Plain<>(producer.produceBeanInstance(type));
    }

    @Override
    public <B> ContainedBean<B> getBean(
            String name, Class<B> type, LifecycleOptions options, BeanInstanceProducer producer) {
        return new Plain<>(producer.produceBeanInstance(name, type));
    }

    @Override
    public void stop() {}
}
