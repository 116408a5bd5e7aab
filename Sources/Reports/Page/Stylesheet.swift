/// How a page looks: on wide and narrow, light and dark screens, and on paper.
enum Stylesheet {
  /// The colours and the rules.
  static let code = InlineCode(parts: [Palette.declarations, "\(page)", "\(charts)", "\(paper)"])

  private static let page: StaticString = """
    *{box-sizing:border-box}
    html{color-scheme:light dark;background:var(--ground);color:var(--text);scroll-padding-top:1rem;\
    font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif;\
    -webkit-text-size-adjust:100%}
    body{margin:0 auto;padding:1rem 12px 4rem;max-width:54rem}
    @media(max-width:22rem){body{padding-inline:6px}}
    h1{font-size:1.75rem;line-height:1.2;margin:.5rem 0;text-wrap:balance}
    h2{font-size:1.3rem;line-height:1.25;margin:2.75rem 0 .75rem;padding-top:.75rem;border-top:2px solid var(--grid)}
    h3{font-size:1.05rem;margin:1.75rem 0 .5rem}
    p,ul,ol,dl{margin:.6rem 0;max-width:44rem}
    a{color:var(--link)}
    .lead{font-size:1.1rem}
    .quiet,small{color:var(--quiet)}
    .skip{position:absolute;left:-99rem}
    .skip:focus{left:1rem;top:.5rem;z-index:2;background:var(--ground);padding:.5rem 1rem}
    :focus-visible{outline:3px solid var(--own);outline-offset:2px}
    nav ol{padding-left:1.4rem}
    nav a{display:inline-block;padding:.15rem 0}
    dl{display:grid;grid-template-columns:auto 1fr;gap:.3rem 1.2rem}
    dt{color:var(--quiet)}
    dd{margin:0;font-weight:600}
    .aside{background:var(--surface);border-left:4px solid var(--own);padding:.6rem 1rem;margin:1.2rem 0}
    .aside>h3{margin-top:0}
    .scroll{overflow-x:auto;margin:.6rem 0}
    table{border-collapse:collapse;font-size:.875rem;line-height:1.35;font-variant-numeric:tabular-nums}
    caption{text-align:left;font-weight:600;padding-bottom:.4rem}
    th,td{padding:.35rem .75rem .35rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--grid)}
    tbody th{font-weight:400}
    thead th{border-bottom:2px solid var(--rule);vertical-align:bottom}
    .number,figure td,figure thead th+th{text-align:right;padding:.35rem 0 .35rem .75rem}
    .number+:not(.number){padding-left:1rem}
    figure tbody td{white-space:nowrap}
    @media(min-width:34rem){td.number{white-space:nowrap}}
    tr.own>*{background:var(--surface);font-weight:600}
    th button{font:inherit;font-weight:600;color:inherit;background:none;border:0;padding:.2rem 0;cursor:pointer;text-align:inherit}
    th button::after{content:"\\2195";display:inline-block;width:1.1em;text-align:center;color:var(--quiet)}
    th[aria-sort=ascending] button::after{content:"\\2191";color:inherit}
    th[aria-sort=descending] button::after{content:"\\2193";color:inherit}
    .search{display:flex;flex-wrap:wrap;gap:.4rem 1rem;align-items:center;margin:1rem 0}
    input[type=search]{font:inherit;color:inherit;background:var(--ground);border:1px solid var(--rule);border-radius:4px;padding:.35rem .6rem;min-width:14rem}
    summary{cursor:pointer;color:var(--link);font-size:.875rem;padding:.25rem 0}
    @media(max-width:34rem){
    .table :is(table,caption,thead,tbody){display:block}
    .table tr{display:flex;flex-wrap:wrap;border-bottom:1px solid var(--grid)}
    .table tr>*{flex:1 1 0;min-width:0;border:0;padding:.2rem .6rem .35rem 0}
    .table tr>.number{padding:.2rem 0 .35rem .3rem}
    .table tr>:first-child{flex:0 0 100%;padding-bottom:0}
    .table thead tr{border-bottom-width:2px}
    }
    @media(min-width:80rem){
    body.contents{max-width:72rem;display:grid;grid-template-columns:14rem minmax(0,54rem);column-gap:3rem}
    body.contents>*{grid-column:2}
    body.contents>nav{grid-column:1;grid-row:1/9;position:sticky;top:1.5rem;align-self:start;font-size:.875rem;line-height:1.4}
    }
    """

  private static let charts: StaticString = """
    figure{margin:1.5rem 0 2rem}
    figcaption{font-weight:600;line-height:1.35;margin-bottom:.6rem;text-wrap:pretty}
    svg{display:block;width:100%;height:auto;overflow:visible;font-size:12px}
    svg.wide{display:none}
    svg.narrow{max-width:30rem;margin:0 auto}
    @media(min-width:46rem){svg.wide{display:block}svg.narrow{display:none}}
    svg text{fill:var(--text);font-variant-numeric:tabular-nums}
    svg .quiet{fill:var(--quiet)}
    svg .strong{font-weight:700}
    .grid{stroke:var(--grid);stroke-width:1}
    .zero{stroke:var(--rule);stroke-width:1.5}
    .other{fill:var(--other)}
    .own{fill:var(--own)}
    .other-line{stroke:var(--other);stroke-width:1.25;fill:none}
    .own-line{stroke:var(--own);stroke-width:2.5;fill:none}
    .median{stroke:var(--text);stroke-width:1.75;stroke-dasharray:5 3;fill:none}
    .middle{stroke:var(--text);stroke-width:2.5}
    .best{fill:var(--gain)}
    .best-line{stroke:var(--gain);stroke-width:1.5;fill:none}
    .text-fill{fill:var(--text)}
    .bar{fill:var(--own);fill-opacity:.55;stroke:var(--own)}
    .whisker{stroke:var(--text);stroke-width:1.5}
    .halo{paint-order:stroke;stroke:var(--ground);stroke-width:4;stroke-linejoin:round}
    .halo.on-surface{stroke:var(--surface)}
    .gain{fill:var(--gain)}
    .loss{fill:var(--ground);stroke:var(--loss);stroke-width:2.5}
    .target{fill:var(--ground);stroke:var(--loss);stroke-width:2.5}
    .target-line{stroke:var(--loss);stroke-width:1.5;stroke-dasharray:2 3}
    .join{stroke:var(--rule);stroke-width:1;stroke-dasharray:2 2}
    .break{stroke:var(--rule);stroke-width:1.5;stroke-dasharray:1 4;stroke-linecap:round}
    .band{fill:var(--own);fill-opacity:.2}
    .band-edge{stroke:var(--own);stroke-width:1;fill:none}
    .highlight{fill:var(--surface)}
    .touch{fill:transparent}
    .tile{stroke:var(--rule);stroke-width:1}
    .tile-none{fill:var(--ground);stroke-dasharray:3 2}
    .tile-own{fill:none;stroke:var(--loss);stroke-width:3.5}
    .tile-own,.tile-halo{pointer-events:none}
    .tile-halo{fill:none;stroke:var(--ground);stroke-width:1.5}
    svg .on-light{fill:#000}
    svg .on-dark{fill:#fff}
    .mark{cursor:default}
    .mark:focus{outline:none}
    .mark:focus-visible .touch,.mark:hover .touch{stroke:var(--own);stroke-width:2}
    .readout{min-height:1.4em;line-height:1.4;margin:.1rem 0;font-size:.875rem;color:var(--quiet)}
    """

  /// On paper text is black, drawings stay whole, and of what opens there is what the reader opened.
  private static let paper: StaticString = """
    @media(forced-colors:active){
    :root{--ground:Canvas;--surface:Canvas;--text:CanvasText;--quiet:CanvasText;--other:CanvasText;--grid:GrayText;\
    --rule:GrayText;--own:Highlight;--gain:CanvasText;--loss:CanvasText}
    }
    @media print{
    @page{margin:16mm}
    html{font-size:11pt;background:none;color:#000;color-scheme:light}
    body,body.contents{display:block;max-width:none;padding:0}
    svg text,.quiet,svg .quiet,dt,figcaption{fill:#000;color:#000}
    svg .on-dark{fill:#fff}
    svg *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
    svg.wide{display:block}svg.narrow{display:none}
    nav,.skip,.search,.readout,th button::after{display:none}
    p,ul,ol,dl{max-width:none}
    figure,svg,figcaption,tr,.table table,.aside{break-inside:avoid}
    svg{max-height:225mm}
    figure table{font-size:7.5pt;line-height:1.1}
    figure th,figure td,figure thead th+th{padding-top:.03rem;padding-bottom:.03rem}
    figcaption,h1,h2,h3,summary{break-after:avoid}
    thead{display:table-header-group}
    a{color:inherit;text-decoration:none}
    .scroll{overflow:visible}
    details:not([open]){display:none}
    }
    """
}
