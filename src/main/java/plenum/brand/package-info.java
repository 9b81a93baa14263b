/**
 * How this server looks and what it says about itself: name, logo, colours, where data is hosted, links that the law asks for. Decides which colours can
 * be read and which pictures can be a logo. Hibernate is in {@code brand.store}.
 */
@NullMarked
package plenum.brand;

import org.jspecify.annotations.NullMarked;
