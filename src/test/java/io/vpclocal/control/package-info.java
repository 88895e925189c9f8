@NullMarked
package io.vpclocal.control;

import org.jspecify.annotations.NullMarked;
