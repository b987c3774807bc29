package org.xinheng.kernel.policy;

import java.util.regex.Pattern;

/** What a printer or a web page adds to a document: numbers of pages, buttons, data about the page, its foot. */
final class Furniture {

    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "[-—－–―_~·•]+\\d{1,4}[-—－–―_~·•]+|第\\d{1,4}页(?:[，,、/]?共\\d{1,4}页)?|\\d{1,4}/\\d{1,4}|Page\\d+(?:of\\d+)?|\\d{1,3}");

    private static final Pattern BUTTONS =
            Pattern.compile("(?:[\\[\\]【】（()）|>·/:：]*(?:打印本页|打印|关闭窗口|关闭本页|关闭|返回首页|返回顶部|返回列表|返回上页|返回|回到顶部|分享到|分享|收藏本页|收藏"
                    + "|网站首页|首页|字体|字号|默认|超大|大|中|小|微信|微博|QQ空间|扫一扫|在手机打开|用手机看|网站地图|联系我们|关于我们|无障碍浏览|无障碍阅读|无障碍"
                    + "|繁体版|繁体|登录|注册|附件下载|下载|相关链接|相关附件|相关文档|相关解读|政务公开|政府信息公开目录|政府信息公开|信息公开目录|信息公开|政策文件"
                    + "|通知公告|政务服务|互动交流|新闻动态|主动公开|收起|展开|文件解读|政策解读|图解|语音播报|朗读|本页|窗口)[\\[\\]【】（()）|>·/:：]*)+");

    private static final Pattern PAGE_DATA = Pattern.compile(
            "[\\[【]?(?:索引号|信息索引号?|发布机构|发文机关|发文单位|公开日期|发布日期|发布时间|发文日期|成文日期|生成日期|生效日期|废止日期|公开时限|公开方式|公开范围|公开程序"
                    + "|公开形式|主题分类|主题词|体裁分类|体裁|组配分类|名称|标题|文号|发文字号|文件编号|内容概述|信息名称|关键词|有效性|时效|时效性|是否有效|信息来源|来源|作者"
                    + "|责任编辑|责编|编辑|审核|浏览量?|浏览次数|阅读|点击|访问量|日期|时间|上一篇|下一篇|上一条|下一条|上一个|下一个)(?:[】\\]]?[：:].*|[】\\]]?)");

    private static final Pattern PAGE_FOOT = Pattern.compile(
            ".*(?:[（(]此件.{1,12}[）)]|版权所有|ICP备|公网安备|网站标识码|技术支持[：:]|浏览次数|阅读次数|访问量[：:]|点击数|当前位置|您的位置|您现在的位置|Copyright).*");

    private static final Pattern CRUMBS = Pattern.compile("(?:[^。]{1,20}[>＞»›]+){1,8}[^。]*");

    private Furniture() {}

    static boolean isPageNumber(String bare) {
        return PAGE_NUMBER.matcher(Plain.narrow(bare)).matches();
    }

    /** Buttons, data, foot and way through the site of a web page. */
    static boolean isAddedByPage(String bare) {
        return bare.length() <= 30
                        && bare.indexOf('。') < 0
                        && BUTTONS.matcher(bare).matches()
                || bare.length() <= 120 && PAGE_DATA.matcher(bare).matches()
                || bare.length() <= 200
                        && (PAGE_FOOT.matcher(bare).matches()
                                || CRUMBS.matcher(bare).matches());
    }
}
